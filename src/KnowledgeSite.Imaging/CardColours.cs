namespace KnowledgeSite.Imaging;

/// <summary>The colours of a card, each as 0xRRGGBB.</summary>
internal sealed record CardColours(int Ground, int Text, int Quiet, int Line, int Accent);
