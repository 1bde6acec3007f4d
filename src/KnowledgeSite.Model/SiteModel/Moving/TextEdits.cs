using System.Text;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel.Moving;

/// <summary>Applies edits to a text.</summary>
internal static class TextEdits
{
    /// <param name="edits">In any order. Of several edits at the same position, the first wins; links that share a
    /// definition also share its position.</param>
    public static string Apply(string text, IEnumerable<(SourceSpan Span, string Text)> edits)
    {
        var (edited, done) = (new StringBuilder(), 0);
        foreach (var (span, put) in edits.OrderBy(e => e.Span.Start))
        {
            if (span.Start < done)
                continue;
            edited.Append(text, done, span.Start - done).Append(put);
            done = span.End;
        }

        return edited.Append(text, done, text.Length - done).ToString();
    }
}
