using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Strings;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KnowledgeSite.Content.Markup;

/// <summary>A mistake in tabs.</summary>
/// <param name="Span">Its position in the Markdown.</param>
internal sealed record TabMistake(DiagnosticRule Rule, SourceSpan Span, params object?[] Arguments);

/// <summary>
/// Joins the tabs of a document to groups: the tabs of each tool become <see cref="TabBlock"/>s of a <see
/// cref="TabGroup"/>. What is in a group and in no tab stays before the tabs.
/// </summary>
internal sealed class TabGroups(UiStrings text)
{
    private readonly List<TabMistake> _mistakes = [];

    /// <summary>
    /// True for <c>::: tabs</c>, also with a name of the choice: <c>::: tabs#os</c>, and for the tabs of Quarto: <c>:::
    /// {.panel-tabset}</c>.
    /// </summary>
    public static bool IsTabs(CustomContainer container) =>
        container.Info is "tabs"
        || container.Info?.StartsWith("tabs#", StringComparison.Ordinal) is true
        || container.TryGetAttributes()?.Classes?.Contains("panel-tabset") is true;

    public static IReadOnlyList<TabMistake> FindMistakes(MarkdownDocument document) =>
        document.GetData(typeof(TabMistake)) as List<TabMistake> ?? [];

    public static void Build(MarkdownDocument document, string markdown, UiStrings text)
    {
        if (!MayHoldTabs(markdown))
            return;
        var groups = new TabGroups(text);
        foreach (var block in document.Descendants<ContainerBlock>().Prepend(document).ToList())
            groups.Read(block);
        groups._mistakes.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        document.SetData(typeof(TabMistake), groups._mistakes);
    }

    private static bool MayHoldTabs(string markdown)
    {
        var mayHoldContainers = Contains(":::") || Contains("///");
        return Contains("===")
            || Contains("<Tab")
            || (mayHoldContainers && (Contains("tab") || Contains("code-group")));

        bool Contains(string mark) => markdown.Contains(mark, StringComparison.Ordinal);
    }

    private void Read(ContainerBlock block)
    {
        if (block is TabGroup group)
            ReadElement(group);
        else if (block is CustomContainer container && IsTabs(container))
            ReadTabs(container);
        else if (block is CustomContainer { Info: "code-group" } code)
            ReadCodeGroup(code);
        else if (block.Any(b => b is TabBlock or CustomContainer { Info: "tab" }))
            JoinNeighbours(block);
    }

    /// <summary>Joins tabs that follow each other to a group.</summary>
    private void JoinNeighbours(ContainerBlock block)
    {
        List<TabBlock> tabs = [];
        foreach (var child in TakeChildren(block))
        {
            if (child is CustomContainer { Info: "tab" } container)
                _mistakes.Add(new(FlavorRules.TabOutsideTabs, FirstLineOf(container), "::: tab", ":::: tabs", "::::"));
            else if (child is TabBlock { IsElement: true } element)
                _mistakes.Add(new(FlavorRules.TabOutsideTabs, FirstLineOf(element), "<TabItem>", "<Tabs>", "</Tabs>"));
            if (child is not TabBlock tab)
            {
                AddGroup(block, tabs);
                block.Add(child);
                continue;
            }

            if (tab.StartsGroup)
                AddGroup(block, tabs);
            tabs.Add(tab);
        }

        AddGroup(block, tabs);
    }

    private void ReadElement(TabGroup group)
    {
        var values = TabValues.Find(group);
        var children = TakeChildren(group);
        foreach (var other in children.Where(c => c is not TabBlock))
            group.Add(other);
        var tabs = children.OfType<TabBlock>().ToList();
        foreach (var tab in tabs)
        {
            if (tab.Name is { } value && values?.Labels.GetValueOrDefault(value) is { } label)
                tab.Label = label;
            tab.IsSelected |= tab.Name is not null && tab.Name == values?.Default;
        }

        Fill(group, tabs);
        ReportEmpty(group, tabs, "<Tabs>", "<TabItem label=\"Title\">");
    }

    private void ReadTabs(CustomContainer container)
    {
        var children = TakeChildren(container);
        var name = container.Info!.Length > "tabs#".Length ? container.Info["tabs#".Length..] : null;
        if (container.Arguments?.Trim() is { } key && key.StartsWith("key:", StringComparison.Ordinal))
        {
            name = key["key:".Length..];
            children.RemoveAll(c => c is BlockTitle);
        }

        if (container.GetAttributes().Classes is { } classes && classes.Remove(container.Info!))
            classes.Add("tabs");
        var headings = children.OfType<HeadingBlock>().Select(h => h.Level).DefaultIfEmpty().Min();
        var hasLines = children.Exists(c => c is TabLine or CustomContainer { Info: "tab" });
        List<TabBlock> tabs = [];
        foreach (var child in children)
        {
            if (child is TabLine line)
                tabs.Add(Begin(line));
            else if (child is CustomContainer { Info: "tab" } inner)
                tabs.Add(Wrap(inner));
            else if (!hasLines && child is HeadingBlock heading && heading.Level == headings)
                tabs.Add(new TabBlock(null) { heading });
            else if (tabs is [.., var tab])
                tab.Add(child);
            else
                container.Add(child);
        }

        AddGroup(container, [.. tabs], name);
        ReportEmpty(container, tabs, $"::: {container.Info}", "== Title");
        // The blocks of a tab that began with a line have been read as blocks of the container.
        foreach (var tab in tabs.Where(t => !t.Any(b => b is CustomContainer { Info: "tab" })))
            Read(tab);
    }

    private void ReadCodeGroup(CustomContainer container)
    {
        List<TabBlock> tabs = [];
        foreach (var child in TakeChildren(container))
        {
            if (child is FencedCodeBlock code)
            {
                var fence = CodeFence.Read(code);
                (fence with { Title = null }).AttachTo(code);
                var title = fence.Title is { Length: > 0 } written ? written : fence.Language;
                tabs.Add(new TabBlock(null) { Label = title, Span = code.Span });
                tabs[^1].Add(code);
            }
            else if (tabs is [.., var tab])
            {
                tab.Add(child);
            }
            else
            {
                container.Add(child);
            }
        }

        AddGroup(container, [.. tabs]);
        ReportEmpty(container, tabs, "::: code-group", "```sh [Title]");
    }

    private static TabBlock Begin(TabLine line)
    {
        var tab = new TabBlock(null) { IsSelected = line.IsSelected, Span = line.Span };
        foreach (var title in TakeChildren(line))
            tab.Add(title);
        return tab;
    }

    private static TabBlock Wrap(CustomContainer inner)
    {
        var tab = new TabBlock(null) { Span = inner.Span };
        if (BlockTitle.Find(inner) is { } title)
        {
            inner.Remove(title);
            tab.Add(title);
        }

        tab.Add(inner);
        return tab;
    }

    /// <summary>Adds a group with the tabs to a block, and empties the list.</summary>
    private void AddGroup(ContainerBlock block, List<TabBlock> tabs, string? name = null)
    {
        if (tabs.Count == 0)
            return;
        var group = new TabGroup { Name = name, Span = tabs[0].Span };
        Fill(group, tabs);
        block.Add(group);
        tabs.Clear();
    }

    /// <summary>Adds the tabs to a group. Tabs without a title get a number.</summary>
    private void Fill(TabGroup group, List<TabBlock> tabs)
    {
        for (var i = 0; i < tabs.Count; i++)
        {
            group.Add(tabs[i]);
            if (tabs[i].HasTitle)
                continue;
            tabs[i].Label = text.TabNumber((i + 1).ToString(CultureInfo.InvariantCulture));
            _mistakes.Add(new(FlavorRules.TabWithoutTitle, FirstLineOf(tabs[i]), tabs[i].Label));
        }
    }

    private void ReportEmpty(ContainerBlock block, List<TabBlock> tabs, string name, string example)
    {
        if (tabs.Count == 0)
            _mistakes.Add(new(FlavorRules.NoTabs, FirstLineOf(block), name, example));
    }

    private static List<Block> TakeChildren(ContainerBlock block)
    {
        var children = block.ToList();
        block.Clear();
        return children;
    }

    private static SourceSpan FirstLineOf(Block block) => new(block.Span.Start, block.Span.Start);
}

/// <summary>
/// The labels that the start tag of <c>&lt;Tabs&gt;</c> gives to the values of its tabs: <c>values={[{label: 'Linux',
/// value: 'linux'}]}</c>.
/// </summary>
/// <param name="Default">The value of the tab that is shown at first.</param>
internal sealed partial record TabValues(IReadOnlyDictionary<string, string> Labels, string? Default)
{
    public static TabValues? Find(TabGroup group) => group.GetData(typeof(TabValues)) as TabValues;

    public static TabValues Read(string tag, string? defaultValue)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match item in Item().Matches(tag))
            if (
                Value().Match(item.Value) is { Success: true } value
                && Label().Match(item.Value) is { Success: true } label
            )
                labels.TryAdd(value.Groups["text"].Value, label.Groups["text"].Value);
        return new(labels, defaultValue);
    }

    [GeneratedRegex(@"\{[^{}]{1,400}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"\bvalue:\s*(?<quote>['""`])(?<text>[^'""`]*)\k<quote>", RegexOptions.CultureInvariant)]
    private static partial Regex Value();

    [GeneratedRegex(@"\blabel:\s*(?<quote>['""`])(?<text>[^'""`]*)\k<quote>", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
