using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Markup;

/// <summary>Reports what is found in a page's HTML at the place in the file where its author wrote it.</summary>
internal sealed class RawHtmlFindings(SourceFile file, RawHtmlSourceMap places, DiagnosticBag diagnostics)
{
    public void Report(DiagnosticRule rule, SourceSpan span, params object?[] arguments) =>
        diagnostics.Add(Diagnostic.At(rule, file, places.InFile(span), arguments));
}
