using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Yaml;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Drafts;

/// <summary>Creates the draft of a page with the front matter that all kinds share.</summary>
internal sealed class PageDraft(Site? site, DraftRequest request, SourcePath path, DateOnly today)
{
    private readonly NeighbourDefaults _defaults = new(site, request.Kind, path);

    public string Title { get; } =
        string.IsNullOrWhiteSpace(request.Title) ? PagePath.ToTitle(path) : request.Title.Trim();

    public string? LinkUp => _defaults.LinkUp;

    /// <param name="add">Adds the keys of the kind.</param>
    public DraftOutcome Write(Action<FrontMatterWriter> add) => Write(add, PageOutline.Get(request.Kind)!.Text);

    /// <param name="text">Creates the text below the front matter. Its argument is a link to the parent page, or
    /// null.</param>
    public DraftOutcome Write(Action<FrontMatterWriter> add, Func<string?, string> text) =>
        DraftOutcome.From(Page(add, text));

    public Draft Page(Action<FrontMatterWriter> add, Func<string?, string> text, params IReadOnlyList<DraftFile> beside)
    {
        IReadOnlyList<DraftFile> files = [new(path, Head(add).AsFrontMatter() + text(LinkUp), IsNew: true), .. beside];
        return new(files, [.. Next(files)]);
    }

    private FrontMatterWriter Head(Action<FrontMatterWriter> add)
    {
        var head = new FrontMatterWriter()
            .Set(FrontMatterKeys.Title, Title)
            .Set(FrontMatterKeys.Description, NullIfEmpty(request.Description))
            .Set(FrontMatterKeys.Kind, request.Kind.ToString().ToLowerInvariant())
            .Lists(
                FrontMatterKeys.Tags,
                request.Tags.Count > 0 ? request.Tags : _defaults.Tags,
                site?.Settings.Tags ?? []
            );
        if (_defaults.Order is { } order)
            head.Set(FrontMatterKeys.Order, order);
        head.Set(FrontMatterKeys.Owner, NullIfEmpty(request.Owner) ?? _defaults.Owner)
            .Line(
                $"# {FrontMatterKeys.Reviewed.Name}: "
                    + $"{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}  # set this when you "
                    + "have reviewed the whole page"
            )
            .Set(FrontMatterKeys.ReviewIn, _defaults.ReviewIn);
        add(head);
        return head;
    }

    private IEnumerable<string> Next(IReadOnlyList<DraftFile> files)
    {
        var count = files.Sum(f => f.IsNew ? Prompt.CountIn(f.Text) : 0);
        var placeholders = count == 1 ? "the placeholder" : $"the {count} placeholders";
        yield return $"Replace {placeholders} '{Prompt.Opening}'. Lines that begin with '#' in the front matter and "
            + "text in <!-- --> are advice that readers do not see. Delete it when you are done.";
        if (_defaults is { Parent: { } parent } && _defaults.LinkDown(Title) is { } link)
            yield return $"Link to it, for example from {parent.Path}: {link}";
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>Builds front matter or a YAML file. Optional keys without a value are added as comments.</summary>
internal sealed class FrontMatterWriter
{
    private readonly List<string> _lines = [];

    public FrontMatterWriter Set(Key key, string? text) =>
        text is null ? Comment(key) : Line($"{key.Name}: {YamlText.Quote(text)}");

    public FrontMatterWriter Set(Key key, int number) => Line($"{key.Name}: {number}");

    /// <param name="choices">The allowed values, which a comment lists if there are no texts.</param>
    public FrontMatterWriter Lists(Key key, IReadOnlyCollection<string> texts, IReadOnlyCollection<string> choices)
    {
        if (texts.Count > 0)
            return Line($"{key.Name}: {YamlText.List(texts)}");
        return choices.Count == 0 ? this : Line($"# {key.Name}: []  # of {string.Join(", ", choices)}");
    }

    /// <summary>Adds a key as a comment with its description.</summary>
    public FrontMatterWriter Comment(Key key) => Line($"# {key.Name}: {key.Description}");

    /// <summary>Adds a required key with a placeholder that contains its description.</summary>
    public FrontMatterWriter Placeholder(Key key) =>
        key.Type is YamlType.Texts
            ? Line($"{key.Name}:").Line($"  - {PlaceholderFor(key)}")
            : Line($"{key.Name}: {PlaceholderFor(key)}");

    public FrontMatterWriter Line(string yaml)
    {
        _lines.Add(yaml);
        return this;
    }

    public string AsFrontMatter() => $"---\n{AsFile()}---\n\n";

    public string AsFile() => string.Concat(_lines.Select(l => l + "\n"));

    private static string PlaceholderFor(Key key) => YamlText.Quote(Prompt.For(key.Description));
}

/// <summary>Formats texts for YAML: plain if that is unambiguous, otherwise in quotes.</summary>
internal static partial class YamlText
{
    public static string Quote(string text)
    {
        var line = Whitespace().Replace(text, " ").Trim();
        var isPlain =
            Plain().IsMatch(line)
            && !Other().IsMatch(line)
            && !line.Contains(": ", StringComparison.Ordinal)
            && !line.Contains(" #", StringComparison.Ordinal)
            && line[^1] != ':'
            && !double.TryParse(line, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return isPlain
            ? line
            : "\""
                + line.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
                + "\"";
    }

    public static string List(IEnumerable<string> texts) =>
        $"[{string.Join(", ", texts.Select(t => t.AsSpan().IndexOfAny(",[]{}") < 0 ? Quote(t) : $"\"{t}\""))}]";

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Whitespace();

    [GeneratedRegex(@"^[\p{L}\p{N}(]", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    /// <summary>Matches values that YAML does not read as text.</summary>
    [GeneratedRegex(
        @"^(true|false|yes|no|on|off|null|y|n|[0-9_:.+-]+)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Other();
}

/// <summary>
/// Placeholders in a draft. All begin with the same words, so that a search finds those that are left.
/// </summary>
internal static class Prompt
{
    public const string Opening = Content.Placeholders.Opening;

    public static string For(string what) => $"{Opening}: {char.ToLowerInvariant(what[0])}{what[1..]}";

    public static int CountIn(string text) =>
        (text.Length - text.Replace(Opening, "", StringComparison.Ordinal).Length) / Opening.Length;
}
