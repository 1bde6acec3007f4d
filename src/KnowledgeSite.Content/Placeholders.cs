using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>Finds placeholders that the command <c>new</c> wrote and the author has to replace.</summary>
internal static partial class Placeholders
{
    /// <summary>The text with which each placeholder begins.</summary>
    public const string Opening = "To be written";

    /// <summary>Reports one diagnostic for the page, at the first placeholder.</summary>
    public static void Report(SourceFile file, DiagnosticBag diagnostics)
    {
        var text = file.Text!.Value;
        if (!text.Contains(Opening + ":", StringComparison.Ordinal))
            return;
        var found = Find(text).ToList();
        if (found.Count == 0)
            return;
        var more = found.Count == 1 ? "" : $" and in {found.Count - 1} more {(found.Count == 2 ? "place" : "places")}";
        diagnostics.Add(Diagnostic.At(SourceRules.Placeholder, file, found[0], more));
    }

    /// <summary>Finds placeholders outside fenced code, which contains examples.</summary>
    private static IEnumerable<SourceSpan> Find(string text)
    {
        var fence = "";
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (
                Fence().Match(line) is { Success: true } mark
                && (fence.Length == 0 || mark.Groups[1].Value.StartsWith(fence, StringComparison.Ordinal))
            )
                fence = fence.Length == 0 ? mark.Groups[1].Value : "";
            else if (fence.Length == 0 && Placeholder().Match(line) is { Success: true } found)
                yield return new(start + found.Groups[1].Index, Opening.Length);
            start += line.Length + 1;
        }
    }

    [GeneratedRegex(@"^\s*(`{3,}|~{3,})", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    /// <summary>Matches a placeholder at the start of a line, a list item or a value.</summary>
    [GeneratedRegex(@"^(?:\s|[-*+>]|\d+\.|[A-Za-z_-]+:|[""'|])*(To be written):", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
