using System.Buffers;

namespace KnowledgeSite.Word;

/// <summary>
/// An element of WordprocessingML with its usual prefix, such as <c>w:p</c>. A document has tens of thousands; the
/// typed elements of the library look up their names and attributes in tables, which takes several times as long.
/// </summary>
internal sealed class WordElement
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"\t\n\r");

    private readonly List<WordElement> _children = [];
    private readonly List<(string Name, string Value)> _attributes = [];

    /// <summary>Finished XML, such as an equation, in place of children.</summary>
    private string? _xml;

    /// <param name="value">The attribute that most elements have.</param>
    public WordElement(string name, string? value = null)
    {
        Name = name;
        if (value is not null)
            Set("w:val", value);
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

    /// <summary>The text in place of children.</summary>
    public string? Text { get; set; }

    public WordElement? Parent { get; private set; }

    public IReadOnlyList<WordElement> Children => _children;

    public WordElement? First => _children.Count > 0 ? _children[0] : null;

    public WordElement? Last => _children.Count > 0 ? _children[^1] : null;

    public WordElement? Find(string name) => _children.Find(c => c.Name == name);

    /// <summary>Adds an attribute.</summary>
    public WordElement Set(string name, string value)
    {
        _attributes.Add((name, value));
        return this;
    }

    public string? Get(string name) => _attributes.Find(a => a.Name == name).Value;

    public WordElement Add(WordElement child)
    {
        Insert(_children.Count, child);
        return this;
    }

    public void Insert(int index, WordElement child)
    {
        child.Parent = this;
        _children.Insert(index, child);
    }

    public void Remove() => Parent!._children.Remove(this);

    public IEnumerable<WordElement> Descendants(string name)
    {
        foreach (var child in _children)
        {
            if (child.Name == name)
                yield return child;
            foreach (var inner in child.Descendants(name))
                yield return inner;
        }
    }

    /// <summary>The last character of the text that is not white space; null if there is none.</summary>
    public char? LastCharacter()
    {
        if (Text?.TrimEnd() is [.., var last])
            return last;
        for (var i = _children.Count - 1; i >= 0; i--)
            if (_children[i].LastCharacter() is { } inner)
                return inner;
        return _xml is null ? null : '\uFFFC';
    }

    public void WriteTo(TextWriter writer)
    {
        if (_xml is not null)
        {
            writer.Write(_xml);
            return;
        }

        writer.Write('<');
        writer.Write(Name);
        foreach (var (name, value) in _attributes)
        {
            writer.Write(' ');
            writer.Write(name);
            writer.Write("=\"");
            Escape(value, writer);
            writer.Write('"');
        }

        if (Text is null && _children.Count == 0)
        {
            writer.Write(" />");
            return;
        }

        writer.Write('>');
        Escape(Text, writer);
        foreach (var child in _children)
            child.WriteTo(writer);
        writer.Write("</");
        writer.Write(Name);
        writer.Write('>');
    }

    private static void Escape(ReadOnlySpan<char> text, TextWriter writer)
    {
        for (var next = text.IndexOfAny(Escaped); next >= 0; next = text.IndexOfAny(Escaped))
        {
            writer.Write(text[..next]);
            writer.Write(
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

        writer.Write(text);
    }
}
