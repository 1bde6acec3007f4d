using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel.Moving;

/// <summary>Edits the old addresses (<c>redirect_from</c>) in the front matter of a page.</summary>
internal static partial class RedirectEntry
{
    /// <summary>
    /// Adds an address to <c>redirect_from</c>, in whichever YAML style the list is written; creates the list if it is
    /// missing.
    /// </summary>
    public static string Add(string text, SitePath old)
    {
        var address = old.Value.AsSpan().IndexOfAny(",[]{}:#'\"") >= 0 ? $"\"{old.Value}\"" : old.Value;
        if (FrontMatter().Match(text) is not { Success: true } head)
            return $"---\nredirect_from: [{address}]\n---\n\n{text}";
        if (Key().Match(head.Value) is not { Success: true } key)
            return text.Insert(4, $"redirect_from: [{address}]\n");

        var start = head.Index + key.Groups[2].Index;
        var value = key.Groups[2].Value.Trim();
        if (value.StartsWith('['))
            return text.Insert(start + 1, value == "[]" ? address : $"{address}, ");
        if (value.Length > 0)
            return text.Remove(start, value.Length).Insert(start, $"[{address}, {value}]");
        var item = Item().Match(head.Value, key.Index + key.Length);
        return text.Insert(
            head.Index + key.Index + key.Length,
            item.Success ? $"\n{item.Groups[1].Value}{address}" : $" [{address}]"
        );
    }

    /// <summary>
    /// The edits that remove an address from <c>redirect_from</c>, so that a page which returns to it does not redirect
    /// to itself.
    /// </summary>
    /// <param name="named">The entries of <c>redirect_from</c>, with their positions in the text.</param>
    public static IEnumerable<(SourceSpan Span, string Text)> Removals(
        string text,
        IReadOnlyList<Located<string>> named,
        SitePath address
    ) => named.Where(n => Redirect.AddressOf(n.Value) == address).Select(n => (Entry(text, n.Span), ""));

    /// <summary>The range of an entry with its separator: the line in a block list, otherwise a comma.</summary>
    private static SourceSpan Entry(string text, SourceSpan value)
    {
        var start = value.Start;
        var end = value.End;
        if (start > 0 && text[start - 1] is '"' or '\'')
            start--;
        if (end < text.Length && text[end] is '"' or '\'' && start < value.Start)
            end++;
        var before = text.AsSpan(0, start).TrimEnd([' ', '\t']);
        if (
            before.EndsWith("-")
            && before[..^1].TrimEnd([' ', '\t']) is var indent
            && (indent.Length == 0 || indent.EndsWith("\n"))
        )
            return Between(indent.Length, text.IndexOf('\n', end) is >= 0 and var line ? line + 1 : text.Length);
        var after = end;
        while (after < text.Length && char.IsWhiteSpace(text[after]))
            after++;
        if (after < text.Length && text[after] == ',')
        {
            for (after++; after < text.Length && text[after] is ' ' or '\t'; after++)
                ;
            return Between(start, after);
        }

        if (before.EndsWith(","))
            return Between(before.Length - 1, end);
        return Between(before.EndsWith(":") ? before.Length : start, end);
    }

    private static SourceSpan Between(int start, int end) => new(start, end - start);

    /// <summary>Adds an address to <c>redirect_from</c> in a pure YAML file, which may be empty.</summary>
    public static string AddToYaml(string text, SitePath old)
    {
        var lines = text.Length == 0 || text.EndsWith('\n') ? text : text + "\n";
        return Add($"---\n{lines}---\n", old)[4..^4];
    }

    [GeneratedRegex(@"\A---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(
        @"^(redirect[_-]?from)[ \t]*:[ \t]*(.*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline
    )]
    private static partial Regex Key();

    [GeneratedRegex(@"\G\n([ \t]*-[ \t]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
