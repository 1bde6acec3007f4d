using System.Globalization;
using System.Text;

namespace KnowledgeSite.Files;

/// <summary>
/// Composes text to Unicode normalization form C (UAX #15), the form in which names, paths, ids and links are compared.
/// macOS writes file names decomposed, editors write links composed, and readers see no difference. The runtime's own
/// normalization needs ICU, which is not installed on every machine. Characters that Unicode excludes from composition,
/// such as compatibility ideographs, are left unchanged.
/// </summary>
internal static class ComposedText
{
    private const int FirstSyllable = 0xAC00;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeFirstTail = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    private static readonly Lazy<CompositionTable> Table = new(CompositionTable.Load);

    /// <summary>Returns the same instance if the text is already composed.</summary>
    public static string Compose(string text)
    {
        if (Ascii.IsValid(text) || !HoldsParts(text))
            return text;
        var characters = Decompose(text);
        Order(characters);
        return Composed(characters);
    }

    /// <summary>True if the text contains combining marks or parts of Korean syllables.</summary>
    private static bool HoldsParts(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < 0x300)
                continue;
            if (rune.Value is >= FirstLead and <= 0x11FF)
                return true;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                return true;
        }

        return false;
    }

    private static List<int> Decompose(string text)
    {
        var characters = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            // A lone surrogate is left unchanged.
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            Add(characters, isPair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i]);
            if (isPair)
                i++;
        }

        return characters;
    }

    private static void Add(List<int> characters, int character)
    {
        if (Table.Value.Parts(character) is not { } parts)
        {
            characters.Add(character);
            return;
        }

        Add(characters, parts.First);
        characters.Add(parts.Second);
    }

    /// <summary>Sorts the combining marks after each letter by combining class (canonical ordering).</summary>
    private static void Order(List<int> characters)
    {
        for (var start = 0; start < characters.Count; start++)
        {
            var end = start;
            while (end < characters.Count && Table.Value.ClassOf(characters[end]) != 0)
                end++;
            if (end - start > 1)
            {
                var marks = characters.GetRange(start, end - start).OrderBy(Table.Value.ClassOf).ToList();
                for (var i = 0; i < marks.Count; i++)
                    characters[start + i] = marks[i];
            }

            start = end;
        }
    }

    private static string Composed(List<int> characters)
    {
        var result = new List<int>(characters.Count);
        var starter = -1;
        var lastClass = 0;
        foreach (var character in characters)
        {
            var markClass = Table.Value.ClassOf(character);
            var isBlocked = starter >= 0 && result.Count - 1 > starter && (lastClass == 0 || lastClass >= markClass);
            if (starter >= 0 && !isBlocked && Pair(result[starter], character) is { } composed)
            {
                result[starter] = composed;
                continue;
            }

            if (markClass == 0)
                starter = result.Count;
            lastClass = markClass;
            result.Add(character);
        }

        var text = new StringBuilder(result.Count);
        foreach (var character in result)
        {
            if (character is >= 0xD800 and <= 0xDFFF)
                text.Append((char)character);
            else
                text.Append(char.ConvertFromUtf32(character));
        }

        return text.ToString();
    }

    private static int? Pair(int first, int second)
    {
        if (first is >= FirstLead and < FirstLead + Leads && second is >= FirstVowel and < FirstVowel + Vowels)
            return FirstSyllable + ((((first - FirstLead) * Vowels) + second - FirstVowel) * Tails);
        var isOpenSyllable =
            first is >= FirstSyllable and < FirstSyllable + (Leads * Vowels * Tails)
            && (first - FirstSyllable) % Tails == 0;
        if (isOpenSyllable && second is > BeforeFirstTail and < BeforeFirstTail + Tails)
            return first + second - BeforeFirstTail;
        return Table.Value.Pair(first, second);
    }
}

/// <summary>The canonical compositions and combining classes of Unicode, read from <c>compositions.txt</c>.</summary>
internal sealed class CompositionTable
{
    private readonly Dictionary<(int First, int Second), int> _pairs = [];
    private readonly Dictionary<int, (int First, int Second)> _parts = [];
    private readonly Dictionary<int, int> _classes = [];

    private CompositionTable() { }

    public static CompositionTable Load()
    {
        var table = new CompositionTable();
        using var reader = new StreamReader(
            typeof(CompositionTable).Assembly.GetManifestResourceStream("files/compositions.txt")!
        );
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var fields = line.Split(' ');
            if (fields[0] == "c")
                table.AddClass(Number(fields[1]), Number(fields[2]), Number(fields[3]));
            else
                table.AddPair(Number(fields[0]), Number(fields[1]), Number(fields[2]));
        }

        return table;
    }

    /// <summary>The composed character; null if the two do not compose.</summary>
    public int? Pair(int first, int second) => _pairs.TryGetValue((first, second), out var composed) ? composed : null;

    /// <summary>The decomposition of a character into two; null if it has none.</summary>
    public (int First, int Second)? Parts(int character) => _parts.TryGetValue(character, out var parts) ? parts : null;

    /// <summary>The combining class of a character; 0 if it is not a combining mark.</summary>
    public int ClassOf(int character) => _classes.GetValueOrDefault(character);

    private void AddPair(int composed, int first, int second)
    {
        _pairs.Add((first, second), composed);
        _parts.Add(composed, (first, second));
    }

    private void AddClass(int from, int to, int combiningClass)
    {
        for (var character = from; character <= to; character++)
            _classes.Add(character, combiningClass);
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
