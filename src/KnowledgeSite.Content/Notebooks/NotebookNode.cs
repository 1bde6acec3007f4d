using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Notebooks;

/// <summary>A value in the JSON of a notebook, with its position in the file.</summary>
/// <param name="Kind">The first token of the value.</param>
/// <param name="Span">A string without its quotation marks; otherwise the first token.</param>
internal sealed partial record NotebookNode(string Json, JsonTokenType Kind, SourceSpan Span)
{
    private const int MaxDepth = 200;

    /// <summary>The members of an object. The last of several with the same name counts.</summary>
    public Dictionary<string, NotebookNode> Members { get; } = [];

    /// <summary>The items of an array.</summary>
    public List<NotebookNode> Items { get; } = [];

    /// <summary>The member with this name; null if there is none, or if this is not an object.</summary>
    public NotebookNode? this[string name] => Members.GetValueOrDefault(name);

    public IEnumerable<string> Names => Members.Keys;

    public int? Integer =>
        Kind == JsonTokenType.Number && int.TryParse(Json.AsSpan(Span.Start, Span.Length), out var number)
            ? number
            : null;

    public bool IsTrue => Kind == JsonTokenType.True;

    /// <summary>The strings of a text, which is one string or an array of strings.</summary>
    public IEnumerable<NotebookNode> Strings =>
        (Kind == JsonTokenType.StartArray ? Items : [this]).Where(n => n.IsString);

    private bool IsString => Kind == JsonTokenType.String;

    /// <summary>The text of a string, or of an array of strings.</summary>
    public string Text
    {
        get
        {
            var text = new MappedText();
            foreach (var part in Strings)
                text.Append(part);
            return text.Value;
        }
    }

    /// <summary>Parses the text of a file. Python also writes NaN and Infinity, which are not JSON.</summary>
    /// <exception cref="JsonException">The text is not JSON; it has the line and the column in bytes.</exception>
    public static NotebookNode Parse(string text)
    {
        try
        {
            return new Reader(text).Read();
        }
        catch (JsonException) when (PythonNumber().IsMatch(text))
        {
            return new Reader(PythonNumber().Replace(text, m => "0".PadRight(m.Length))).Read();
        }
    }

    [GeneratedRegex(@"(?<=[:,\[]\s*)(NaN|-?Infinity)(?=\s*[,\]}])", RegexOptions.CultureInvariant)]
    private static partial Regex PythonNumber();

    private ref struct Reader(string text)
    {
        private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);
        private int _byte;
        private int _character;

        public NotebookNode Read()
        {
            var json = new Utf8JsonReader(_bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
            json.Read();
            var root = ReadValue(ref json);
            json.Read();
            return root;
        }

        private NotebookNode ReadValue(ref Utf8JsonReader json)
        {
            var node = new NotebookNode(text, json.TokenType, SpanOf(json));
            if (json.TokenType == JsonTokenType.StartArray)
            {
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                    node.Items.Add(ReadValue(ref json));
            }
            else if (json.TokenType == JsonTokenType.StartObject)
            {
                while (json.Read() && json.TokenType != JsonTokenType.EndObject)
                {
                    var name = new NotebookNode(text, JsonTokenType.String, SpanOf(json)).Text;
                    json.Read();
                    node.Members[name] = ReadValue(ref json);
                }
            }

            return node;
        }

        private SourceSpan SpanOf(in Utf8JsonReader json)
        {
            var isString = json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
            var start = Advance((int)json.TokenStartIndex + (isString ? 1 : 0));
            return new(start, Advance(_byte + json.ValueSpan.Length) - start);
        }

        /// <summary>The number of UTF-16 units before a byte, which must not be before that of the last call.</summary>
        private int Advance(int to)
        {
            _character += Encoding.UTF8.GetCharCount(_bytes, _byte, to - _byte);
            _byte = to;
            return _character;
        }
    }
}

/// <summary>A text that is built from strings of a file, with the position of each character in the file.</summary>
internal sealed class MappedText
{
    private readonly StringBuilder _text = new();
    private readonly List<SourceOrigin.Point> _points = [];

    public int Length => _text.Length;

    public string Value => WellFormed(_text.ToString());

    public SourceText ToSource(string file) => new(Value) { Origin = new(new SourceText(file), [.. _points]) };

    /// <summary>Appends text that is not in the file.</summary>
    /// <param name="origin">The offset in the file that messages about the text name.</param>
    public void Append(string text, int origin)
    {
        _points.Add(new(_text.Length, origin, IsCopied: false));
        _text.Append(text);
    }

    /// <summary>Appends a string of the file, without its escapes.</summary>
    public void Append(NotebookNode node) => Append(node, node.Span.Start, node.Span.End);

    /// <summary>Appends a part of a string, without its escapes.</summary>
    public void Append(NotebookNode node, int start, int end)
    {
        var json = node.Json;
        while (start < end)
        {
            var next = json.IndexOf('\\', start, end - start) is >= 0 and var found ? found : end;
            _points.Add(new(_text.Length, start, IsCopied: true));
            _text.Append(json, start, next - start);
            start = next;
            if (start >= end)
                break;
            var (character, length) = Unescape(json.AsSpan(start, end - start));
            _points.Add(new(_text.Length, start, IsCopied: true));
            if (character != '\r')
                _text.Append(character);
            else if (!json.AsSpan(start + length, end - start - length).StartsWith("\\n", StringComparison.Ordinal))
                _text.Append('\n');
            start += length;
        }

        // Whatever follows is not at a position inside the string.
        _points.Add(new(_text.Length, end, IsCopied: true));
    }

    private static (char Character, int Length) Unescape(ReadOnlySpan<char> escape) =>
        escape[1] switch
        {
            'n' => ('\n', 2),
            't' => ('\t', 2),
            'r' => ('\r', 2),
            'b' => ('\b', 2),
            'f' => ('\f', 2),
            'u' => ((char)ushort.Parse(escape.Slice(2, 4), System.Globalization.NumberStyles.HexNumber), 6),
            var other => (other, 2),
        };

    /// <summary>Replaces NUL and halves of surrogate pairs, as a file in UTF-8 cannot contain them.</summary>
    private static string WellFormed(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 && !text.Contains('\0', StringComparison.Ordinal))
            return text;
        var characters = text.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i + 1 < characters.Length && char.IsSurrogatePair(characters[i], characters[i + 1]))
                i++;
            else if (char.IsSurrogate(characters[i]) || characters[i] == '\0')
                characters[i] = '\uFFFD';
        }

        return new(characters);
    }
}
