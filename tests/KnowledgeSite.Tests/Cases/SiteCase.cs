using System.Text;

namespace KnowledgeSite.Tests.Cases;

/// <summary>
/// A tiny site in one text: the input files, followed by the expected output. A file begins with a line <c>-- path
/// --</c>; the output is under <c>== diagnostics ==</c> and <c>== file-of-the-site ==</c>. Of a page, only the content
/// of <c>&lt;article&gt;</c> is compared, so that a change of the layout breaks no case.
/// </summary>
/// <param name="About">What the case shows, in words; the lines before the first file.</param>
internal sealed record SiteCase(
    string About,
    IReadOnlyDictionary<string, string> Input,
    IReadOnlyDictionary<string, string> Expected
)
{
    public const string Diagnostics = "diagnostics";

    public static SiteCase Parse(string text)
    {
        var about = new StringBuilder();
        var input = new Dictionary<string, string>();
        var expected = new Dictionary<string, string>();
        StringBuilder current = about;
        Action finish = () => { };
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Marked(line, "-- ", " --") is { } file)
                Begin(file, input);
            else if (Marked(line, "== ", " ==") is { } result)
                Begin(result, expected);
            else
                current.Append(line).Append('\n');
        }

        finish();
        return new(about.ToString(), input, expected);

        void Begin(string name, Dictionary<string, string> files)
        {
            finish();
            var content = current = new StringBuilder();
            finish = () => files[name] = Trimmed(content);
        }
    }

    public string Print(IReadOnlyDictionary<string, string> actual)
    {
        var text = new StringBuilder(About);
        foreach (var (path, content) in Input)
            text.Append($"-- {path} --\n{content}");
        foreach (var (name, content) in actual)
            text.Append($"== {name} ==\n{content}");
        return text.ToString();
    }

    /// <summary>
    /// Escapes for characters that editors change or hide: <c>␍</c> for a carriage return, <c>⇥</c> for a tab, <c>␀</c>
    /// for a NUL.
    /// </summary>
    public static string Unescape(string text) => text.Replace('␍', '\r').Replace('⇥', '\t').Replace('␀', '\0');

    private static string? Marked(string line, string start, string end) =>
        line.StartsWith(start, StringComparison.Ordinal)
        && line.EndsWith(end, StringComparison.Ordinal)
        && line.Length > start.Length + end.Length
            ? line[start.Length..^end.Length]
            : null;

    private static string Trimmed(StringBuilder content) =>
        content.ToString().TrimEnd('\n') is { Length: > 0 } text ? text + "\n" : "";
}
