namespace KnowledgeSite.Search;

/// <summary>Text that stands on the finished page of an author and is made from its front matter.</summary>
/// <param name="Anchor">Empty where it stands before the first heading.</param>
internal sealed record MadeSection(string Anchor, string Heading, string Text);
