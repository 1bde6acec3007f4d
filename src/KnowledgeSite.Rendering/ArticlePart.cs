namespace KnowledgeSite.Rendering;

/// <summary>The generated part of an author's page; one subtype per kind of page that has one.</summary>
public abstract record ArticlePart;
