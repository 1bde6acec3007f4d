using System.Buffers;

namespace KnowledgeSite.Word;

/// <summary>
/// An element of WordprocessingML with its usual prefix, such as <c>w:p</c>. A document has tens of thousands; the
/// typed elements of the library look up their names and attributes in tables, which takes several times as long.
/// </summary>
internal sealed class WordElement
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"\t\n\r");

    /// <summary>The attributes besides the value; few elements have any.</summary>
    private List<(string Name, string Value)>? _attributes;

    private WordElement? _next;
    private WordElement? _previous;

    /// <summary>Finished XML, such as an equation, in place of children.</summary>
    private string? _xml;

    /// <param name="value">The attribute <c>w:val</c>, which most elements have.</param>
    public WordElement(string name, string? value = null)
    {
        Name = name;
        Value = value;
    }

    public WordElement(string name, params ReadOnlySpan<WordElement> children)
        : this(name)
    {
        foreach (var child in children)
            Add(child);
    }

    /// <summary>An element that the library has written.</summary>
    public static WordElement OfXml(string xml) => new("") { _xml = xml };

    public static WordElement OfText(string text)
    {
        var written = new WordElement("w:t") { Text = text };
        return text is [' ', ..] or [.., ' '] || text.Contains("  ", StringComparison.Ordinal)
            ? written.Set("xml:space", "preserve")
            : written;
    }

    public string Name { get; }

    /// <summary>The attribute <c>w:val</c>.</summary>
    public string? Value { get; }

    /// <summary>The text in place of children.</summary>
    public string? Text { get; set; }

    public WordElement? Parent { get; private set; }

    public WordElement? First { get; private set; }

    public WordElement? Last { get; private set; }

    public IEnumerable<WordElement> Children
    {
        get
        {
            for (var child = First; child is not null; child = child._next)
                yield return child;
        }
    }

    public WordElement? Find(string name)
    {
        for (var child = First; child is not null; child = child._next)
            if (child.Name == name)
                return child;
        return null;
    }

    /// <summary>Adds an attribute.</summary>
    public WordElement Set(string name, string value)
    {
        (_attributes ??= new(2)).Add((name, value));
        return this;
    }

    public WordElement Add(WordElement child)
    {
        InsertBefore(null, child);
        return this;
    }

    /// <summary>Adds a child before another one, or as the last.</summary>
    public void InsertBefore(WordElement? next, WordElement child)
    {
        child.Parent = this;
        child._next = next;
        child._previous = next is null ? Last : next._previous;
        if (child._previous is { } previous)
            previous._next = child;
        else
            First = child;
        if (next is null)
            Last = child;
        else
            next._previous = child;
    }

    public void Remove()
    {
        if (_previous is null)
            Parent!.First = _next;
        else
            _previous._next = _next;
        if (_next is null)
            Parent!.Last = _previous;
        else
            _next._previous = _previous;
    }

    /// <summary>Calls an action for each descendant of a name.</summary>
    public void ForEach(string name, Action<WordElement> action)
    {
        for (var child = First; child is not null; child = child._next)
        {
            if (child.Name == name)
                action(child);
            child.ForEach(name, action);
        }
    }

    /// <summary>The last character of the text that is not white space; null if there is none.</summary>
    public char? LastCharacter()
    {
        if (Text?.TrimEnd() is [.., var last])
            return last;
        for (var child = Last; child is not null; child = child._previous)
            if (child.LastCharacter() is { } inner)
                return inner;
        return _xml is null ? null : '\uFFFC';
    }

    public void WriteTo(XmlBuffer xml)
    {
        if (_xml is not null)
        {
            xml.Write(_xml);
            return;
        }

        xml.Write('<');
        xml.Write(Name);
        if (Value is not null)
            WriteAttribute("w:val", Value, xml);
        if (_attributes is not null)
            foreach (var (name, value) in _attributes)
                WriteAttribute(name, value, xml);
        if (Text is null && First is null)
        {
            xml.Write(" />");
            return;
        }

        xml.Write('>');
        Escape(Text, xml);
        for (var child = First; child is not null; child = child._next)
            child.WriteTo(xml);
        xml.Write("</");
        xml.Write(Name);
        xml.Write('>');
    }

    private static void WriteAttribute(string name, string value, XmlBuffer xml)
    {
        xml.Write(' ');
        xml.Write(name);
        xml.Write("=\"");
        Escape(value, xml);
        xml.Write('"');
    }

    private static void Escape(ReadOnlySpan<char> text, XmlBuffer xml)
    {
        for (var next = text.IndexOfAny(Escaped); next >= 0; next = text.IndexOfAny(Escaped))
        {
            xml.Write(text[..next]);
            xml.Write(
                text[next] switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    var space => $"&#{(int)space};",
                }
            );
            text = text[(next + 1)..];
        }

        xml.Write(text);
    }
}
