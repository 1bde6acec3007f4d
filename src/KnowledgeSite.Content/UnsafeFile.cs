using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// Finds code in files that browsers open as documents: SVG, other XML, and HTML. Everything that looks like a tag
/// counts as one, because it depends on the parser what is a comment, a CDATA section or a value.
/// </summary>
internal static partial class UnsafeFile
{
    private static readonly HashSet<string> Documents =
    [
        ".svg",
        ".html",
        ".htm",
        ".xhtml",
        ".xht",
        ".shtml",
        ".xml",
        ".xsl",
        ".xslt",
        ".rdf",
        ".rss",
        ".atom",
        ".mml",
        ".mathml",
        ".mht",
        ".mhtml",
    ];

    private static readonly HashSet<string> RunsCode =
    [
        "script",
        "iframe",
        "object",
        "embed",
        "applet",
        "portal",
        "frame",
        "frameset",
        "handler",
    ];

    /// <summary>True for files that browsers open as a document, which can contain scripts.</summary>
    internal static bool IsDocument(SourcePath path) => Documents.Contains(path.Extension);

    /// <summary>The name of the code in a file, as <c>site.yaml</c> can allow it, or null if there is none.</summary>
    public static string? WhatRunsCode(SourcePath path, byte[] bytes, AllowedContent allowed)
    {
        if (!IsDocument(path))
            return null;

        // Latin-1 without zeros shows the markup in every encoding that browsers know, including UTF-16.
        var text = WithEntities(Encoding.Latin1.GetString(bytes).Replace("\0", "", StringComparison.Ordinal));
        if (Stylesheet().IsMatch(text) && !allowed.Allows("xml-stylesheet"))
            return "xml-stylesheet";
        if (text.Contains("<!ATTLIST", StringComparison.OrdinalIgnoreCase) && !allowed.Allows("doctype"))
            return "doctype";
        var searched = new SearchedText(text);
        for (
            var tag = HtmlTokenizer.Next(searched, 0);
            tag is not null;
            tag = HtmlTokenizer.Next(searched, tag.Span.Start + 1)
        )
        {
            if (tag.Kind == HtmlTagKind.Start && NameIn(tag) is { } name && !allowed.Allows(name))
                return name;
        }

        return null;
    }

    private static string? NameIn(HtmlTag tag)
    {
        var name = tag.Name[(tag.Name.LastIndexOf(':') + 1)..];
        if (RunsCode.Contains(name))
            return name;
        if (tag.HasMoreAttributes)
            return "svg";
        if (
            name == "meta"
            && tag.Value("http-equiv")?.Trim().Equals("refresh", StringComparison.OrdinalIgnoreCase) == true
        )
            return name;
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name.StartsWith("on", StringComparison.Ordinal) && attribute.Name.Length > 2)
                return attribute.Name;
            if (
                attribute
                    .Value.Split(';')
                    .Prepend(attribute.Value)
                    .Any(v => UnsafeAddress.SchemeOf(v) is "javascript:" or "vbscript:")
            )
                return "javascript:";
        }

        return null;
    }

    /// <summary>
    /// Replaces entities that the document defines, because they could hide code. Drawing programs define harmless
    /// ones.
    /// </summary>
    private static string WithEntities(string text)
    {
        const int MaxRounds = 4;
        var entities = Entity()
            .Matches(text)
            .DistinctBy(m => m.Groups["name"].Value)
            .Take(100)
            .ToDictionary(
                m => m.Groups["name"].Value,
                m => HtmlText.Decode(m.Groups["value"].Value),
                StringComparer.Ordinal
            );
        for (var round = 0; round < MaxRounds && entities.Count > 0 && text.Length < 10_000_000; round++)
            text = Reference().Replace(text, m => entities.GetValueOrDefault(m.Groups["name"].Value, m.Value));
        return text;
    }

    [GeneratedRegex(
        """<\?xml-stylesheet(?![^>]*type\s*=\s*["']text/css["'])""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Stylesheet();

    [GeneratedRegex(
        """<!ENTITY\s+(?<name>[^\s%"']+)\s+(?:"(?<value>[^"]*)"|'(?<value>[^']*)')""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Entity();

    [GeneratedRegex("&(?<name>[^;&#\\s<>\"']+);", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
