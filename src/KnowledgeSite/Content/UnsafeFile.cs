using System.Text;
using KnowledgeSite.Content.Markup;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>Files that a browser opens as a document and would run code from: SVG and HTML with scripts in them.</summary>
public static class UnsafeFile
{
    /// <summary>The name of what would run (as <c>site.yaml</c> can allow it); null where nothing would.</summary>
    public static string? WhatRunsCode(SourcePath path, byte[] bytes, AllowedContent allowed)
    {
        if (path.Extension is not (".svg" or ".html" or ".htm" or ".xhtml" or ".xml")) return null;
        var text = Encoding.UTF8.GetString(bytes);
        for (var tag = HtmlTokenizer.Next(text, 0); tag is not null; tag = HtmlTokenizer.Next(text, tag.IsFinished ? tag.Span.End : tag.Span.Start + 1))
        {
            if (tag.Kind == HtmlTagKind.Start && NameIn(tag) is { } name && !allowed.Allows(name)) return name;
        }

        return null;
    }

    private static string? NameIn(HtmlTag tag)
    {
        if (tag.Name is "script" or "iframe") return tag.Name;
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name.StartsWith("on", StringComparison.Ordinal) && attribute.Name.Length > 2) return attribute.Name;
            if (UnsafeAddress.SchemeOf(attribute.Value) is "javascript:" or "vbscript:") return "javascript:";
        }

        return null;
    }
}
