using KnowledgeSite.Strings;

namespace KnowledgeSite.Diagrams.Mermaid;

/// <summary>A diagram that was read from Mermaid's language.</summary>
internal abstract class MermaidDiagram(Func<UiStrings, string> kindName)
{
    /// <summary>The title; null if the author wrote none.</summary>
    public string? Title { get; set; }

    /// <summary>The description for screen readers (<c>accTitle</c>, <c>accDescr</c>); null if there is none.</summary>
    public string? Description { get; set; }

    /// <summary>The name of a diagram without title, such as "Flowchart".</summary>
    public Func<UiStrings, string> KindName { get; } = kindName;

    /// <summary>The links, which parts of the picture and of the outline refer to by their index.</summary>
    public List<MermaidLink> Links { get; } = [];

    /// <summary>The strings for what the author did not write.</summary>
    public UiStrings Strings { get; set; } = UiStrings.English;

    /// <summary>Draws the diagram.</summary>
    /// <param name="room">The width that is available; exceeded if the content needs more.</param>
    public abstract Picture Draw(double room);

    /// <summary>The content in words.</summary>
    public abstract IReadOnlyList<OutlineEntry> Describe();
}

/// <param name="Offset">The position of the URL in the text of the diagram.</param>
internal sealed record MermaidLink(string Url, int Offset);

/// <summary>The reason why a text cannot be drawn.</summary>
/// <param name="Problem">A sentence that says what is wrong.</param>
/// <param name="Fix">A sentence that says how to correct it.</param>
internal sealed record MermaidProblem(int Offset, int Length, string Problem, string Fix)
{
    /// <summary>The type of the diagram, if diagrams of this type are not drawn at all.</summary>
    public string? UnsupportedType { get; init; }
}

/// <summary>Ends the reading of a diagram at a mistake. <see cref="MermaidReader"/> turns it into a problem.</summary>
internal sealed class MermaidFormatException(MermaidProblem problem) : FormatException(problem.Problem)
{
    public MermaidProblem Problem { get; } = problem;
}
