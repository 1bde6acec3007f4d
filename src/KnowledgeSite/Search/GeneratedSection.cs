namespace KnowledgeSite.Search;

/// <summary>Text that stands on the finished page and is made from front matter or from a ladder.</summary>
/// <param name="Anchor">Empty where it stands before the first heading.</param>
internal sealed record GeneratedSection(string Anchor, string Heading, string Text);
