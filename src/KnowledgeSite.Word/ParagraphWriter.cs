namespace KnowledgeSite.Word;

/// <summary>
/// Fills a paragraph with runs. White space is collapsed as browsers do it, over the borders of runs.
/// </summary>
internal sealed class ParagraphWriter(WordElement paragraph)
{
    private readonly Stack<WordElement> _open = new([paragraph]);
    private WordElement? _lastText;
    private bool _endsWithSpace = true;

    public WordElement Paragraph => paragraph;

    /// <summary>True if the paragraph has text, an image or a field.</summary>
    public bool HasContent { get; private set; }

    public void AddText(string text, TextStyle style)
    {
        var collapsed = text.Length <= 1024 ? stackalloc char[1024] : new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            var isSpace = character is ' ' or '\t' or '\n' or '\r' or '\f';
            if (!isSpace || !_endsWithSpace)
                collapsed[length++] = isSpace ? ' ' : character;
            _endsWithSpace = isSpace;
        }

        if (length > 0)
            AddRun(collapsed[..length].SequenceEqual(text) ? text : collapsed[..length].ToString(), style);
    }

    /// <summary>Adds text whose white space is kept. Line breaks become breaks within the paragraph.</summary>
    public void AddPreformatted(string text, TextStyle style)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                AddBreak();
            if (lines[i].Length > 0)
                AddRun(lines[i], style);
        }
    }

    public void AddBreak()
    {
        TrimEnd();
        Add(new("w:r", new WordElement("w:br")));
        _endsWithSpace = true;
    }

    /// <summary>Adds a space if the paragraph ends with a word.</summary>
    public void Separate()
    {
        if (!_endsWithSpace)
            AddText(" ", default);
    }

    /// <summary>Adds an element that counts as a word, such as a field.</summary>
    public void AddWord(WordElement element)
    {
        Add(element);
        _lastText = null;
        HasContent = true;
        _endsWithSpace = false;
    }

    /// <summary>Adds an element without text, such as a bookmark.</summary>
    public void Add(WordElement element)
    {
        _open.Peek().Add(element);
        if (element.Name == "w:r")
            _lastText = null;
    }

    /// <summary>Makes an element the parent of what follows, until <see cref="Close"/>.</summary>
    /// <param name="content">The descendant that takes the content.</param>
    public void Open(WordElement element, WordElement content)
    {
        _open.Peek().Add(element);
        _open.Push(content);
    }

    /// <summary>Closes the innermost open element, and removes it if it is empty.</summary>
    public void Close()
    {
        var closed = _open.Pop();
        if (closed.First is null)
            (closed.Name == "w:sdtContent" ? closed.Parent! : closed).Remove();
    }

    /// <summary>Removes the space at the end of the paragraph.</summary>
    public void TrimEnd()
    {
        if (_lastText is not { Text: [.. var words, ' '] } text)
            return;
        if (words.Length > 0)
            text.Text = words;
        else
            text.Parent!.Remove();
        _lastText = null;
    }

    private void AddRun(string text, TextStyle style)
    {
        var clean = XmlText.Clean(text);
        if (clean.Length == 0)
            return;
        var run = new WordElement("w:r");
        if (style.Properties() is { } properties)
            run.Add(properties);
        var content = WordElement.OfText(clean);
        Add(run.Add(content));
        _lastText = content;
        HasContent |= !string.IsNullOrWhiteSpace(clean);
    }
}
