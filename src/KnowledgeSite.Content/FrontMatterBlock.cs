using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// The front matter at the start of a page: YAML between two lines <c>---</c> (the second may be <c>...</c>), TOML
/// between two lines <c>+++</c>, or a JSON object. Lines between them that do not look like keys are text, because a
/// page may begin with a thematic break.
/// </summary>
/// <param name="Content">The text between the two lines.</param>
/// <param name="BodyStart">The offset at which the Markdown begins.</param>
internal sealed partial record FrontMatterBlock(SourceSpan Content, int BodyStart, bool IsToml = false)
{
    public static readonly FrontMatterBlock None = new(new(0, 0), 0);

    public static FrontMatterBlock Find(SourceFile file, DiagnosticBag diagnostics)
    {
        var text = file.Text!.Value;
        if (EndOfFence(text, 0, "---") is >= 0 and var start)
            return Yaml(file, text, start, diagnostics);
        if (EndOfFence(text, 0, "+++") is >= 0 and var tomlStart)
            return Toml(file, text, tomlStart, diagnostics);
        if (text.StartsWith('{') && JsonKey().Match(text) is { Success: true } key)
            return Json(text, key.Groups["name"].Value);
        return FindMisplaced(file, text, diagnostics);
    }

    private static FrontMatterBlock Yaml(SourceFile file, string text, int start, DiagnosticBag diagnostics)
    {
        var lines = new KeyLines(text, start);
        var line = start;
        for (; line < text.Length; line = NextLine(text, line))
        {
            var end = EndOfFence(text, line, "---");
            if (end < 0)
                end = EndOfFence(text, line, "...");
            if (end >= 0)
                return lines.AreFrontMatter
                    ? new(new(start, line - start), end)
                    : TextBetweenRules(file, lines, diagnostics);
            lines.Add(line);
            if (lines.HaveEnded)
                break;
        }

        if (!lines.AreUnclosedKeys)
            return None;
        diagnostics.Add(Diagnostic.At(FrontMatterRules.Unclosed, file, new SourceSpan(0, 3)));
        return new(new(start, lines.EndOfKeys - start), lines.EndOfKeys);
    }

    /// <summary>Reports a list or a key without a colon. Prose between two thematic breaks is not reported.</summary>
    private static FrontMatterBlock TextBetweenRules(SourceFile file, KeyLines lines, DiagnosticBag diagnostics)
    {
        if (lines.AreValuesWithoutKeys)
            diagnostics.Add(Diagnostic.At(FrontMatterRules.NoKeys, file, new SourceSpan(0, 3)));
        return None;
    }

    /// <summary>TOML; YAML between the fences of TOML is read and reported.</summary>
    private static FrontMatterBlock Toml(SourceFile file, string text, int start, DiagnosticBag diagnostics)
    {
        var lines = new KeyLines(text, start);
        for (var line = start; line < text.Length; line = NextLine(text, line))
        {
            if (EndOfFence(text, line, "+++") is not (>= 0 and var end))
            {
                lines.Add(line);
                continue;
            }

            var content = new SourceSpan(start, line - start);
            if (TomlKey().IsMatch(text.AsSpan(start, line - start)))
                return new(content, end, IsToml: true);
            if (!lines.HaveKnownKey)
                return None;
            diagnostics.Add(
                Diagnostic.At(FrontMatterRules.NotAtStart, file, new SourceSpan(0, 3), "Write '---' instead of '+++'.")
            );
            return new(content, end);
        }

        return None;
    }

    /// <summary>
    /// JSON, which is read as YAML. Text that begins with a brace has no known key after it.
    /// </summary>
    private static FrontMatterBlock Json(string text, string firstKey)
    {
        if (!FrontMatterNames.IsKnown(firstKey) || EndOfObject(text) is not (> 0 and var end))
            return None;
        return text.AsSpan(end, NextLine(text, end) - end).IsWhiteSpace()
            ? new(new(0, end), NextLine(text, end))
            : None;
    }

    /// <summary>The offset after the object; of an invalid one after the first line <c>}</c>, or -1.</summary>
    private static int EndOfObject(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var json = new Utf8JsonReader(utf8);
        try
        {
            json.Read();
            json.Skip();
            return Encoding.UTF8.GetCharCount(utf8, 0, (int)json.BytesConsumed);
        }
        catch (JsonException)
        {
            return text.IndexOf("\n}\n", StringComparison.Ordinal) is >= 0 and var line ? line + 2 : -1;
        }
    }

    /// <summary>
    /// Finds front matter that other tools do not recognise, because it is not on the first line or its fence is not
    /// exactly <c>---</c>. It is read and reported.
    /// </summary>
    private static FrontMatterBlock FindMisplaced(SourceFile file, string text, DiagnosticBag diagnostics)
    {
        if (Opening().Match(text) is not { Success: true } opening)
            return None;
        var start = opening.Index + opening.Length;
        var lines = new KeyLines(text, start);
        for (var line = start; line < text.Length; line = NextLine(text, line))
        {
            var written = text.AsSpan(line, NextLine(text, line) - line);
            if (!Closing().IsMatch(written))
            {
                if (!lines.Add(line))
                    return None;
                continue;
            }

            if (!lines.HaveKnownKey)
                return None;
            var fence = opening.Groups["fence"];
            diagnostics.Add(
                Diagnostic.At(
                    FrontMatterRules.NotAtStart,
                    file,
                    new SourceSpan(fence.Index, fence.Length),
                    Fix(opening)
                )
            );
            return new(new(start, line - start), NextLine(text, line));
        }

        return None;
    }

    private static string Fix(Match opening)
    {
        if (opening.Groups["fence"].Value is not "---" and var fence)
            return $"Write '---' instead of '{fence}'.";
        return opening.Groups["lines"].Length > 0 ? "Delete the empty lines before it." : "Delete the space before it.";
    }

    /// <summary>
    /// The start of the line after a fence, or -1 if the line is not a fence. Spaces may follow the fence.
    /// </summary>
    private static int EndOfFence(string text, int line, string fence)
    {
        if (string.CompareOrdinal(text, line, fence, 0, fence.Length) != 0)
            return -1;
        var next = NextLine(text, line);
        return text.AsSpan(line + fence.Length, next - line - fence.Length).IsWhiteSpace() ? next : -1;
    }

    private static int NextLine(string text, int line) =>
        text.IndexOf('\n', line) is >= 0 and var end ? end + 1 : text.Length;

    [GeneratedRegex(@"^\s*[\w""'.-]+\s*=", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex TomlKey();

    [GeneratedRegex(@"\A\{\s*""(?<name>[^""\n]+)""\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex JsonKey();

    [GeneratedRegex(
        @"\A(?<lines>(?:[ \t]*\n)*)[ \t]{0,3}(?<fence>-{3,}|[\u2013\u2014\u2015]{1,3}-?)[ \t]*\n",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"\A[ \t]{0,3}(-{3,}|[\u2013\u2014\u2015]{1,3}-?|\.\.\.)[ \t]*\n?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Closing();

    /// <summary>Decides line by line whether a text consists of keys and values, or is prose.</summary>
    private sealed partial class KeyLines(string text, int start)
    {
        private readonly bool _beginsWithBlankLine = text.AsSpan(start, NextLine(text, start) - start).IsWhiteSpace();
        private string? _first;
        private bool _beginsWithKey;
        private int _keys;
        private bool _hasProse;
        private bool _hasBlankLine;

        public bool HaveKnownKey { get; private set; }

        /// <summary>True if prose follows an empty line: the keys ended before it, without a closing fence.</summary>
        public bool HaveEnded { get; private set; }

        /// <summary>The offset of the end of the last line that belongs to a key.</summary>
        public int EndOfKeys { get; private set; } = start;

        /// <summary>True if the lines, closed by a fence, are front matter, even if it is invalid.</summary>
        public bool AreFrontMatter =>
            _first is null
            || _first.StartsWith('{')
            || IsCommentedKey
            || (
                _beginsWithBlankLine
                    ? _beginsWithKey && HaveKnownKey && _keys > 1
                    : HaveKnownKey || (_beginsWithKey && !_hasProse)
            );

        /// <summary>True if the lines, not closed by a fence, cannot be prose.</summary>
        public bool AreUnclosedKeys => _beginsWithKey && (HaveKnownKey || _keys > 1);

        /// <summary>True if the lines are a list, or begin with a key without a colon.</summary>
        public bool AreValuesWithoutKeys =>
            !_beginsWithBlankLine
            && _first is not null
            && (_first.StartsWith("- ", StringComparison.Ordinal) || IsKnown(FirstWord));

        private bool IsCommentedKey =>
            !_beginsWithBlankLine
            && _keys == 0
            && !_hasProse
            && _first!.StartsWith('#')
            && _first.Contains(':', StringComparison.Ordinal);

        private string FirstWord => _first!.Split(' ')[0];

        /// <summary>Adds a line. Returns false if it is prose.</summary>
        public bool Add(int line)
        {
            var end = NextLine(text, line);
            var written = text[line..end].TrimEnd();
            if (written.Length == 0)
            {
                _hasBlankLine |= _first is not null;
                return true;
            }

            var key = KeyLine().Match(written);
            var isKnown = key.Success && IsKnown(key.Groups["name"].Value);
            if (isKnown || key.Groups["space"].Success)
                AddKey(end, isKnown);
            else if (written[0] is '#' or ' ' or '\t' or '-' or '[' or ']' or '{' or '}')
                EndOfKeys = _hasBlankLine ? EndOfKeys : end;
            else
                AddProse();
            _first ??= written;
            return !_hasProse;

            void AddProse()
            {
                _hasProse = true;
                HaveEnded = _hasBlankLine && _keys > 0;
                // A first line "title A page" is a key without its colon.
                if (_first is null && IsKnown(written.Split(' ')[0]))
                    _beginsWithKey = true;
            }
        }

        private void AddKey(int end, bool isKnown)
        {
            _keys++;
            HaveKnownKey |= isKnown && (_beginsWithKey || _first is null);
            _beginsWithKey |= _first is null;
            EndOfKeys = end;
        }

        private static bool IsKnown(string name) => FrontMatterNames.IsKnown(name);

        [GeneratedRegex(
            @"^ {0,3}[""']?(?<name>[\p{L}_][\w-]*( [\w-]+){0,2})[""']?\s*:(?<space>\s|$)?",
            RegexOptions.CultureInvariant
        )]
        private static partial Regex KeyLine();
    }
}
