using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>Parts of a diagram by their ids, and what authors get wrong about them.</summary>
/// <param name="kind">What readers of findings call such a part: "box", "group".</param>
internal sealed class DiagramParts(string kind, SourceFile file, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The part takes its number; one that lacks something takes none.</summary>
    public bool Take(Located<string>? id, Located<string>? text, string textKey, SourceSpan span, int number)
    {
        if (Lacks(kind, "id", id, span) | Lacks(kind, textKey, text, span))
            return false;
        if (!_numbers.TryAdd(id!.Value, number))
            diagnostics.Add(Diagnostic.At(DiagramRules.SameId, file, id.Span, kind, id.Value));
        return true;
    }

    /// <summary>Null where nothing is named, or nothing that is there.</summary>
    public int? Find(Located<string>? id)
    {
        if (id is null)
            return null;
        if (_numbers.TryGetValue(id.Value, out var number))
            return number;
        diagnostics.Add(
            Diagnostic.At(
                DiagramRules.Unknown,
                file,
                id.Span,
                kind,
                id.Value,
                Suggestion.DidYouMean(id.Value, _numbers.Keys)
            )
        );
        return null;
    }

    public bool Lacks(string part, string key, Located<string>? value, SourceSpan span)
    {
        if (value is { Value.Length: > 0 })
            return false;
        diagnostics.Add(Diagnostic.At(DiagramRules.Missing, file, new SourceSpan(span.Start, 1), part, key));
        return true;
    }

    /// <summary>The address in the quotes, where it stands in some.</summary>
    public Located<string>? Link(Located<string>? link) =>
        link is not { Value.Length: > 0 } ? null
        : file.Text!.Value[link.Span.Start] is '"' or '\''
            ? new(link.Value, new(link.Span.Start + 1, Math.Max(1, link.Span.Length - 2)))
        : link;
}
