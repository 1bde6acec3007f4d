using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KnowledgeSite.Strings;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Strings;

/// <summary>Builds the fixture in each language, and looks for English strings on its pages.</summary>
public sealed class LanguageTests
{
    private static readonly string[] Attributes =
    [
        "aria-label",
        "title",
        "placeholder",
        "alt",
        "content",
        "data-label",
        "data-due",
        "data-overdue",
    ];

    /// <summary>What authors wrote; strings that occur in it are not looked for.</summary>
    private static readonly string Written = string.Join(
        '\n',
        Directory
            .EnumerateFiles(FixtureSite.Input, "*", SearchOption.AllDirectories)
            .Select(f => File.ReadAllText(f).ToLowerInvariant())
    );

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("pt-BR")]
    [InlineData("ja")]
    public void No_page_of_a_site_has_an_English_string(string language)
    {
        var text = UiStrings.Find(language)!;
        var english = UiStrings
            .Keys.Where(k => k.Parameters.Count == 0)
            .Select(k => (English: UiStrings.English.Texts[k.Slot].Trim(), Other: text.Texts[k.Slot].Trim()))
            .Where(t => t.English.Length > 1 && t.English != t.Other)
            .Select(t => t.English)
            .Where(t => !Written.Contains(t.ToLowerInvariant(), StringComparison.Ordinal))
            .Except(text.Texts)
            .ToHashSet(StringComparer.Ordinal);
        Assert.True(english.Count > 250);
        var files = new TestSite()
            .WithFolder(FixtureSite.Input)
            .With("site.yaml", $"language: {language}\ntitle: Knowledge\noffline: true\n")
            .Files();
        var pages = files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count > 200);
        var found = pages
            .SelectMany(p => TextsOf(p.Value).Where(english.Contains).Select(t => $"{p.Key}: {t}"))
            .Distinct()
            .ToList();
        Assert.Empty(found);
        Assert.All(pages, p => Assert.Contains($"<html lang=\"{language}\"", p.Value, StringComparison.Ordinal));
    }

    private static IEnumerable<string> TextsOf(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        foreach (var node in document.GetDescendants())
            if (node is IText { ParentElement.LocalName: not ("code" or "script" or "style") } text)
                yield return WhiteSpace(text.Data);
            else if (node is IElement element)
                foreach (var attribute in Attributes)
                    if (element.GetAttribute(attribute) is { } value)
                        yield return WhiteSpace(value);
    }

    private static string WhiteSpace(string text)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            line.Append(line.Length > 0 ? " " : "").Append(word);
        return line.ToString();
    }
}
