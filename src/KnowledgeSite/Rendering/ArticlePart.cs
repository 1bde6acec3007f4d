namespace KnowledgeSite.Rendering;

/// <summary>
/// What is made from the model and stands with what an author wrote; one for each kind of page that has it.
/// </summary>
public abstract record ArticlePart;
