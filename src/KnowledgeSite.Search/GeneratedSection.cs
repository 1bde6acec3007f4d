namespace KnowledgeSite.Search;

/// <summary>Text of the finished page that is generated from front matter or from a ladder.</summary>
/// <param name="Anchor">The id of its heading; empty if the text comes before the first heading.</param>
internal sealed record GeneratedSection(string Anchor, string Heading, string Text);
