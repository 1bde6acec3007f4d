using System.Text.Encodings.Web;
using System.Text.Json;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Notebooks;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel.Moving;

/// <summary>Translates edits of the text of a notebook into edits of its JSON.</summary>
internal static class NotebookEdits
{
    /// <summary>The edits of the JSON; those of text that is not in the file are left out.</summary>
    public static IEnumerable<(SourceSpan Span, string Text)> InJson(
        SourceOrigin origin,
        IEnumerable<(SourceSpan Span, string Text)> edits
    )
    {
        foreach (var (span, text) in edits)
        {
            if (!origin.IsCopied(span.Start) || (span.Length > 0 && !origin.IsCopied(span.End - 1)))
                continue;
            var start = origin.OffsetOf(span.Start);
            var end = span.Length == 0 ? start : EndOfCharacter(origin.Text.Value, origin.OffsetOf(span.End - 1));
            yield return (new(start, end - start), Escape(text));
        }
    }

    /// <summary>
    /// The edit that adds an old address to the front matter, for which a notebook without it gets a first cell.
    /// </summary>
    public static (SourceSpan Span, string Text) AddRedirect(SourceFile file, SitePath old)
    {
        var text = file.Text!;
        var json = text.Origin!.Text.Value;
        var after = RedirectEntry.Add(text.Value, old);
        var at = text.Value.AsSpan().CommonPrefixLength(after);
        if (at > 0 && text.Origin.IsCopied(at))
        {
            var removed = text.Value.Length - at - CommonEnd(text.Value.AsSpan(at), after.AsSpan(at));
            var span = new SourceSpan(at, removed);
            return InJson(text.Origin, [(span, after.Substring(at, after.Length - text.Value.Length + removed))])
                .Single();
        }

        var block = FrontMatterBlock.Find(SourceFile.OfText(file.Path, after), new DiagnosticBag());
        var notebook = NotebookNode.Parse(json);
        var cells = notebook["cells"]!;
        var id = notebook["nbformat_minor"]?.Integer >= 5 ? "\"id\": \"front-matter\", " : "";
        var source = Escape(after[..block.BodyStart].TrimEnd('\n'));
        var cell = $$"""{"cell_type": "raw", {{id}}"metadata": {}, "source": ["{{source}}"]}""";
        return (new(cells.Span.End, 0), $"\n  {cell}{(cells.Items.Count == 0 ? "" : ",")}");
    }

    private static int CommonEnd(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var length = 0;
        while (length < one.Length && length < other.Length && one[^(length + 1)] == other[^(length + 1)])
            length++;
        return length;
    }

    private static int EndOfCharacter(string json, int at) =>
        json[at] != '\\' ? at + 1
        : json[at + 1] == 'u' ? at + 6
        : at + 2;

    private static string Escape(string text) =>
        JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
}
