using System.Text.Json;

namespace KnowledgeSite.Content.Notebooks;

/// <summary>
/// Gives the members of a notebook of nbformat 3 (IPython, until 2015) the names and places that they have in nbformat
/// 4. Source: <c>nbformat.v4.convert</c>.
/// </summary>
internal static class OldNotebook
{
    private static readonly (string Old, string New)[] Types =
    [
        ("text", "text/plain"),
        ("html", "text/html"),
        ("svg", "image/svg+xml"),
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
        ("latex", "text/latex"),
    ];

    public static void Upgrade(NotebookNode notebook)
    {
        var cells = new NotebookNode(notebook.Json, JsonTokenType.StartArray, notebook.Span);
        foreach (var sheet in notebook["worksheets"]?.Items ?? [])
            cells.Items.AddRange(sheet["cells"]?.Items ?? []);
        notebook.Members.TryAdd("cells", cells);
        foreach (var cell in cells.Items)
        {
            Rename(cell, "input", "source");
            Rename(cell, "prompt_number", "execution_count");
            foreach (var output in cell["outputs"]?.Items ?? [])
                UpgradeOutput(output);
        }
    }

    private static void UpgradeOutput(NotebookNode output)
    {
        if (output["output_type"]?.Text is "stream" or "pyerr")
            return;
        var data = new NotebookNode(output.Json, JsonTokenType.StartObject, output.Span);
        foreach (var (old, name) in Types)
            if (output[old] is { } value)
                data.Members[name] = value;
        output.Members.TryAdd("data", data);
    }

    private static void Rename(NotebookNode node, string old, string name)
    {
        if (node.Members.Remove(old, out var member))
            node.Members.TryAdd(name, member);
    }
}
