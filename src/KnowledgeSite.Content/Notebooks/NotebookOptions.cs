using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Notebooks;

/// <summary>How notebooks are shown; null for what is not set.</summary>
/// <param name="Outputs">False to leave outputs out.</param>
/// <param name="Counts">True to show the execution count of each code cell.</param>
/// <param name="FoldsCode">True to show code only when readers open it.</param>
internal sealed record NotebookOptions(bool? Outputs = null, bool? Counts = null, bool? FoldsCode = null)
{
    private static readonly Key<bool?> OutputsKey = Yaml.Key.Boolean(
        "outputs",
        "False to leave out the outputs of cells."
    );
    private static readonly Key<bool?> CountsKey = Yaml.Key.Boolean(
        "counts",
        "True to show the execution count of each code cell, such as [3]."
    );
    private static readonly Key<bool?> FoldKey = Yaml.Key.Boolean(
        "fold_code",
        "True to show the code of cells only when readers open it."
    );

    public static readonly YamlForm Form = new("How notebooks are shown", OutputsKey, CountsKey, FoldKey);

    /// <summary>The key of <c>site.yaml</c>, and of the front matter of a notebook.</summary>
    public static readonly Key<MapReader?> Key = Yaml.Key.Map("notebook", "How notebooks (.ipynb) are shown.", Form);

    public static NotebookOptions Read(MapReader reader) =>
        reader.Read(Key) is { } map
            ? new(map.Read(OutputsKey), map.Read(CountsKey), map.Read(FoldKey))
            : new NotebookOptions();

    /// <summary>These options, and the others for what they do not set.</summary>
    public NotebookOptions Or(NotebookOptions others) =>
        new(Outputs ?? others.Outputs, Counts ?? others.Counts, FoldsCode ?? others.FoldsCode);

    /// <summary>
    /// The options in the front matter of a text, whose mistakes are reported when the page is parsed.
    /// </summary>
    public static NotebookOptions ReadFrom(SourcePath path, string text)
    {
        var file = SourceFile.OfText(path, text);
        var unreported = new DiagnosticBag();
        var block = FrontMatterBlock.Find(file, unreported);
        var keys = block.IsToml
            ? TomlReader.Read(file, block.Content, unreported)
            : YamlReader.Read(file, block.Content, unreported);
        return FrontMatter.Read(file, keys, isPrepared: true, unreported).Notebook;
    }
}
