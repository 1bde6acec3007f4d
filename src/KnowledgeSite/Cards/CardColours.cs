namespace KnowledgeSite.Cards;

/// <summary>Each as 0xRRGGBB.</summary>
public sealed record CardColours(int Ground, int Text, int Quiet, int Line, int Accent);
