using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Strings;
using KnowledgeSite.Words;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SourceSpan = KnowledgeSite.Files.SourceSpan;

namespace KnowledgeSite.Content.Markup;

/// <summary>
/// Reads the terms of a glossary. Each term is a heading of level 2, optional lines that begin with <c>Also called:</c>
/// and <c>Not linked:</c>, and the definition. The terms are sorted from A to Z, and lines that are only for the
/// generator are removed.
/// </summary>
internal sealed partial class TermReader
{
    private static readonly string[] FactNames = ["Also called", "Not linked"];

    private const int MaxWords = 40;

    private readonly SourceFile _file;
    private readonly int _bodyStart;
    private readonly UiStrings _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly IReadOnlyList<Entry> _entries;

    /// <summary>Must be called before headings get their ids, so that explicit ids can be distinguished.</summary>
    public TermReader(
        SourceFile file,
        MarkdownDocument document,
        int bodyStart,
        UiStrings text,
        DiagnosticBag diagnostics
    )
    {
        _text = text;
        _file = file;
        _bodyStart = bodyStart;
        _diagnostics = diagnostics;
        _entries = Sort(document);
    }

    public IReadOnlyList<WrittenTerm> Read() =>
        [.. _entries.Select(e => ReadTerm(e, e.Heading.GetAttributes().Id ?? ""))];

    /// <summary>
    /// Sorts the document: the text before the first term, the terms with their text, footnotes and reference
    /// definitions.
    /// </summary>
    private static List<Entry> Sort(MarkdownDocument document)
    {
        var entries = new List<Entry>();
        var intro = new List<Block>();
        var rest = new List<Block>();
        foreach (var block in document)
        {
            if (block is HeadingBlock { Level: 2 } heading)
                entries.Add(new(heading, [], heading.TryGetAttributes()?.Id is not null, SplitName(heading)));
            else if (block is LinkReferenceDefinitionGroup or Markdig.Extensions.Footnotes.FootnoteGroup)
                rest.Add(block);
            else
                (entries.Count == 0 ? intro : entries[^1].Blocks).Add(block);
        }

        entries = [.. entries.OrderBy(e => LetterFolding.Fold(e.Name), StringComparer.Ordinal)];
        document.Clear();
        foreach (var block in intro)
            document.Add(block);
        for (var i = 0; i < entries.Count; i++)
        {
            document.Add(entries[i].Heading);
            foreach (var block in entries[i].Blocks)
                document.Add(block);
            document.Add(new UsesBlock(i));
        }

        foreach (var block in rest)
            document.Add(block);
        return entries;
    }

    private static (string Name, string? Abbreviation) SplitName(HeadingBlock heading)
    {
        var text = InlineText.Read(heading.Inline);
        return NameAndAbbreviation().Match(text) is { Success: true } match
            ? (match.Groups[1].Value, match.Groups[2].Value)
            : (text, null);
    }

    private WrittenTerm ReadTerm(Entry entry, string id)
    {
        var name = new Located<string>(entry.Name, InFile(entry.Heading.Span));
        if (!entry.HasOwnId)
            _diagnostics.Add(Diagnostic.At(GlossaryRules.NoTermId, _file, name.Span, entry.Name, id));
        List<Located<string>> alsoCalled = [],
            notLinked = [];
        entry.Blocks.RemoveAll(b => b is ParagraphBlock facts && ReadFacts(facts, alsoCalled, notLinked));
        foreach (var paragraph in entry.Blocks.OfType<ParagraphBlock>())
            ReportMisspeltFact(paragraph);
        if (alsoCalled.Count > 0)
            ShowSynonyms(entry.Heading, alsoCalled);
        return new(new(id, name.Span), name, entry.Abbreviation, alsoCalled, notLinked, ReadDefinition(entry, name));
    }

    private string? ReadDefinition(Entry entry, Located<string> name)
    {
        var text = entry.Blocks.FirstOrDefault() is ParagraphBlock { Inline: { } inline }
            ? WhiteSpace.Collapse(InlineText.Read(inline))
            : "";
        if (text.Length == 0)
        {
            _diagnostics.Add(Diagnostic.At(GlossaryRules.NoDefinition, _file, name.Span, name.Value));
            return null;
        }

        var words = text.Split(' ').Length;
        if (words > MaxWords)
            _diagnostics.Add(
                Diagnostic.At(
                    GlossaryRules.LongDefinition,
                    _file,
                    InFile(entry.Blocks[0].Span),
                    name.Value,
                    words,
                    MaxWords
                )
            );
        return text;
    }

    /// <summary>
    /// Reads a paragraph whose lines all begin with <c>Also called:</c> or <c>Not linked:</c>, and removes it from the
    /// page. Returns false for other paragraphs.
    /// </summary>
    private bool ReadFacts(ParagraphBlock paragraph, List<Located<string>> alsoCalled, List<Located<string>> notLinked)
    {
        var span = InFile(paragraph.Span);
        var lines = _file.Text!.Value.Substring(span.Start, span.Length).Split('\n');
        if (!lines.All(l => FactLine().IsMatch(l)))
            return false;
        var at = span.Start;
        foreach (var line in lines)
        {
            var match = FactLine().Match(line);
            ReadWords(
                match,
                at,
                match.Groups["key"].Value.StartsWith("a", StringComparison.OrdinalIgnoreCase) ? alsoCalled : notLinked
            );
            at += line.Length + 1;
        }

        paragraph.Parent!.Remove(paragraph);
        return true;
    }

    private void ReportMisspeltFact(ParagraphBlock paragraph)
    {
        var span = InFile(paragraph.Span);
        var key = NearlyFactLine().Match(_file.Text!.Value, span.Start, span.Length).Groups["key"];
        if (!key.Success || FactNames.Contains(key.Value, StringComparer.OrdinalIgnoreCase))
            return;
        if (
            FactNames.FirstOrDefault(f =>
                SuggestionIndex.Distance(key.Value.ToLowerInvariant(), f.ToLowerInvariant()) <= 3
            ) is
            { } meant
        )
            _diagnostics.Add(
                Diagnostic.At(
                    FrontMatterRules.MisspeltTermLabel,
                    _file,
                    new SourceSpan(key.Index, key.Length),
                    key.Value + ":",
                    meant + ":"
                )
            );
    }

    private void ReadWords(Match line, int at, List<Located<string>> into)
    {
        var words = line.Groups["words"];
        var known = into.Count;
        var text = words.Value.TrimEnd();
        if (text.EndsWith('.'))
            text = text[..^1];
        var start = 0;
        foreach (var part in text.Split(','))
        {
            var word = part.TrimStart([' ', '\t', '.']);
            var offset = start + part.Length - word.Length;
            word = word.TrimEnd();
            if (word.Length > 0)
                into.Add(new(word, new(at + words.Index + offset, word.Length)));
            start += part.Length + 1;
        }

        if (into.Count == known)
            _diagnostics.Add(
                Diagnostic.At(
                    GlossaryRules.EmptyLabel,
                    _file,
                    new SourceSpan(at + line.Index, line.Groups["key"].Length),
                    line.Groups["key"].Value + ":"
                )
            );
    }

    private void ShowSynonyms(HeadingBlock heading, IEnumerable<Located<string>> alsoCalled)
    {
        var paragraph = new ParagraphBlock { Inline = new ContainerInline() };
        paragraph.Inline.AppendChild(
            new LiteralInline(_text.AlsoCalled(string.Join(_text.ListSeparator, alsoCalled.Select(w => w.Value))))
        );
        paragraph.GetAttributes().AddClass("also-called");
        heading.Parent!.Insert(heading.Parent.IndexOf(heading) + 1, paragraph);
    }

    private SourceSpan InFile(Markdig.Syntax.SourceSpan span) =>
        new(
            span.Start + _bodyStart,
            Math.Max(1, Math.Min(span.Length, _file.Text!.Value.Length - span.Start - _bodyStart))
        );

    private sealed record Entry(
        HeadingBlock Heading,
        List<Block> Blocks,
        bool HasOwnId,
        string Name,
        string? Abbreviation
    )
    {
        public Entry(HeadingBlock heading, List<Block> blocks, bool hasOwnId, (string Name, string? Abbreviation) name)
            : this(heading, blocks, hasOwnId, name.Name, name.Abbreviation) { }
    }

    [GeneratedRegex(@"^(.*\S)\s*\(([^()\s]{1,20})\)$", RegexOptions.CultureInvariant)]
    private static partial Regex NameAndAbbreviation();

    [GeneratedRegex(
        @"^\s{0,3}(?<key>also called|not linked)\s*:(?<words>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex FactLine();

    [GeneratedRegex(@"\G\s{0,3}(?<key>[A-Za-z]+ [A-Za-z]+)\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex NearlyFactLine();
}

/// <summary>The position of the list of pages that use a term.</summary>
internal sealed class UsesBlock(int number) : LeafBlock(null), IBodyElement
{
    public void Write(BodyRenderer body)
    {
        body.EnsureLine();
        body.AddSlot(number, SlotContent.Uses);
    }
}
