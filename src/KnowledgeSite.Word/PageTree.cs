using AngleSharp.Dom;

namespace KnowledgeSite.Word;

/// <summary>
/// Reads the elements of a page. The selectors and lists of classes of the library give the same answers, but are
/// created anew for each element, of which a page has thousands.
/// </summary>
internal static class PageTree
{
    public static bool HasClass(this IElement element, string name)
    {
        if (element.ClassName is not { } names)
            return false;
        for (var at = names.IndexOf(name, StringComparison.Ordinal); at >= 0; )
        {
            var end = at + name.Length;
            if ((at == 0 || IsSpace(names[at - 1])) && (end == names.Length || IsSpace(names[end])))
                return true;
            at = names.IndexOf(name, end, StringComparison.Ordinal);
        }

        return false;
    }

    public static bool HasClass(this IElement element, IReadOnlySet<string> names) =>
        element.ClassName is { Length: > 0 } written
        && (
            written.AsSpan().IndexOfAny(" \t\n\r\f") < 0
                ? names.Contains(written)
                : element.ClassList.Any(names.Contains)
        );

    /// <summary>The element itself, or the nearest one around it, that meets a condition.</summary>
    public static IElement? Nearest(this IElement element, Func<IElement, bool> condition)
    {
        for (var found = element; found is not null; found = found.ParentElement)
            if (condition(found))
                return found;
        return null;
    }

    /// <summary>The first element within an element that meets a condition.</summary>
    public static IElement? FirstWithin(this IElement element, Func<IElement, bool> condition)
    {
        var nodes = element.ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
            if (nodes[i] is IElement child)
                if ((condition(child) ? child : child.FirstWithin(condition)) is { } found)
                    return found;
        return null;
    }

    /// <summary>The first child of a name.</summary>
    public static IElement? FirstChild(this IElement element, string name)
    {
        foreach (var node in element.ChildNodes)
            if (node is IElement child && child.LocalName == name)
                return child;
        return null;
    }

    /// <summary>The number of characters of the text of a node.</summary>
    public static int TextLength(this INode node)
    {
        if (node is IText text)
            return text.Data.Length;
        var nodes = node.ChildNodes;
        var length = 0;
        for (var i = 0; i < nodes.Length; i++)
            length += nodes[i].TextLength();
        return length;
    }

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\n' or '\r' or '\f';
}
