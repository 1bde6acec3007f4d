using System.Globalization;

namespace KnowledgeSite.Files;

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
