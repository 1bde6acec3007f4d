using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeSite.Word;

/// <summary>
/// Fills a paragraph with runs. White space is collapsed as browsers do it, over the borders of runs.
/// </summary>
internal sealed class ParagraphWriter(Paragraph paragraph)
{
    private readonly Stack<OpenXmlCompositeElement> _open = new([paragraph]);
    private Text? _lastText;
    private bool _endsWithSpace = true;

    public Paragraph Paragraph => paragraph;

    /// <summary>True if the paragraph has text, an image or a field.</summary>
    public bool HasContent { get; private set; }

    public void AddText(string text, TextStyle style)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is not (' ' or '\t' or '\n' or '\r' or '\f'))
                collapsed.Append(character);
            else if (!_endsWithSpace)
                collapsed.Append(' ');
            else
                continue;
            _endsWithSpace = collapsed[^1] == ' ';
        }

        if (collapsed.Length > 0)
            AddRun(collapsed.ToString(), style);
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
        Add(new Run(new Break()));
        _endsWithSpace = true;
    }

    /// <summary>Adds a space if the paragraph ends with a word.</summary>
    public void Separate()
    {
        if (!_endsWithSpace)
            AddText(" ", default);
    }

    /// <summary>Adds an element that counts as a word, such as a field.</summary>
    public void AddWord(OpenXmlElement element)
    {
        Add(element);
        _lastText = null;
        HasContent = true;
        _endsWithSpace = false;
    }

    /// <summary>Adds an element without text, such as a bookmark.</summary>
    public void Add(OpenXmlElement element)
    {
        _open.Peek().Append(element);
        if (element is Run)
            _lastText = null;
    }

    /// <summary>Makes an element the parent of what follows, until <see cref="Close"/>.</summary>
    /// <param name="content">The descendant that takes the content.</param>
    public void Open(OpenXmlElement element, OpenXmlCompositeElement content)
    {
        _open.Peek().Append(element);
        _open.Push(content);
    }

    /// <summary>Closes the innermost open element, and removes it if it is empty.</summary>
    public void Close()
    {
        var closed = _open.Pop();
        if (!closed.HasChildren)
            (closed is SdtContentRun ? closed.Parent! : closed).Remove();
    }

    /// <summary>Removes the space at the end of the paragraph.</summary>
    public void TrimEnd()
    {
        if (_lastText is not { } text || !text.Text.EndsWith(' '))
            return;
        if (text.Text.Length > 1)
            text.Text = text.Text[..^1];
        else
            text.Parent!.Remove();
        _lastText = null;
    }

    private void AddRun(string text, TextStyle style)
    {
        var clean = XmlText.Clean(text);
        if (clean.Length == 0)
            return;
        var run = new Run();
        if (style.Properties() is { } properties)
            run.Append(properties);
        var content = new Text(clean);
        if (clean[0] == ' ' || clean[^1] == ' ' || clean.Contains("  ", StringComparison.Ordinal))
            content.Space = SpaceProcessingModeValues.Preserve;
        run.Append(content);
        Add(run);
        _lastText = content;
        HasContent |= !string.IsNullOrWhiteSpace(clean);
    }
}
