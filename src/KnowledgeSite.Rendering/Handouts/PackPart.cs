namespace KnowledgeSite.Rendering.Handouts;

/// <summary>A part of a pack, which begins on a new page and is listed in the table of contents.</summary>
/// <param name="Id">Cannot equal an author's id.</param>
/// <param name="Depth">The depth of its address below the pack's folder, starting at 1.</param>
public abstract record PackPart(string Id, string Label, int Depth);

/// <summary>A handout of a workshop in a pack.</summary>
public sealed record SheetPart(Handout Handout, int Depth)
    : PackPart(Handout.Id, $"{Handout.Title}: {Handout.Kind.ToLowerInvariant()}", Depth);

/// <summary>A page of the site in a pack.</summary>
/// <param name="Html">Its text, with links and ids adapted to the pack.</param>
/// <param name="Notes">The targets of links that lead out of the pack.</param>
public sealed record PagePart(string Id, string Label, int Depth, string Html, IReadOnlyList<LinkNote> Notes)
    : PackPart(Id, Label, Depth);
