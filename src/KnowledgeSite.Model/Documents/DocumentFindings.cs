using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Documents;

/// <summary>
/// Joins what is found in the documents of a template: a problem at one place of the template is reported once, with
/// the first document in which it occurs and their number.
/// </summary>
internal sealed class DocumentFindings
{
    private readonly List<(SiteDocument Document, Diagnostic Diagnostic)> _found = [];

    public void Add(SiteDocument document, IEnumerable<Diagnostic> diagnostics) =>
        _found.AddRange(diagnostics.Select(d => (document, d)));

    public void Report(DiagnosticBag diagnostics)
    {
        foreach (var same in _found.GroupBy(f => (f.Diagnostic.Rule, Place: PlaceOf(f.Diagnostic))))
        {
            var (document, first) = same.First();
            var where = Name(document.Title, same.Select(s => s.Document).Distinct().Count());
            diagnostics.Add(first with { Message = $"{first.Message} (In {where}.)" });
        }
    }

    /// <summary>Names the first of several documents: "the document 'X' and 3 others".</summary>
    public static string Name(string title, int count) =>
        count switch
        {
            1 => $"the document '{title}'",
            2 => $"the document '{title}' and another one",
            _ => $"the document '{title}' and {count - 1} others",
        };

    private static (SourcePath? Path, int Line, int Column) PlaceOf(Diagnostic diagnostic) =>
        (diagnostic.Location?.Path, diagnostic.Location?.Line ?? 0, diagnostic.Location?.Column ?? 0);
}
