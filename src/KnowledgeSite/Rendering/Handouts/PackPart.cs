namespace KnowledgeSite.Rendering.Handouts;

/// <summary>What begins on a page of its own in a pack, and stands in its contents.</summary>
/// <param name="Id">No id of an author can be the same.</param>
/// <param name="Depth">Of its address below that of the pack's folder, from 1 on.</param>
public abstract record PackPart(string Id, string Label, int Depth);

/// <summary>A sheet of a workshop.</summary>
public sealed record SheetPart(Handout Handout, int Depth)
    : PackPart(Handout.Id, $"{Handout.Title}: {Handout.Kind.ToLowerInvariant()}", Depth);

/// <summary>A page of the site.</summary>
/// <param name="Html">Its text, with links and ids that hold in the pack.</param>
/// <param name="Notes">Where the links lead that leave the pack.</param>
public sealed record PagePart(string Id, string Label, int Depth, string Html, IReadOnlyList<LinkNote> Notes)
    : PackPart(Id, Label, Depth);
