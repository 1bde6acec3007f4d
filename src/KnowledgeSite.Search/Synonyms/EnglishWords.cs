using System.Buffers.Binary;
using System.IO.Compression;
using System.Reflection;
using System.Text;
using KnowledgeSite.Words;

namespace KnowledgeSite.Search.Synonyms;

/// <summary>
/// Common words of English with the words that are nearest to them in WordNet, the nearest first.
/// <c>eng/related-words.mjs</c> makes the file.
/// </summary>
internal sealed class EnglishWords
{
    private const string Resource = "synonyms/english.bin";
    private const string Licence = "synonyms/LICENSE-WordNet.txt";

    private static readonly Lazy<EnglishWords> Loaded = new(Load);

    private readonly int[][] _related;
    private readonly int[] _stems;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private EnglishWords(IReadOnlyList<string> words, int[][] related)
    {
        Words = words;
        _related = related;
        _stems = new int[words.Count];
        for (var word = 0; word < words.Count; word++)
        {
            var stem = EnglishStemmer.Stem(words[word]);
            if (!_numbers.TryGetValue(stem, out _stems[word]))
                _numbers.Add(stem, _stems[word] = _numbers.Count);
        }
    }

    public static EnglishWords All => Loaded.Value;

    /// <summary>Sorted by UTF-16 code units.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The number of different stems of the words.</summary>
    public int Stems => _numbers.Count;

    /// <summary>The numbers of the related words, the nearest first.</summary>
    /// <param name="word">The number of a word.</param>
    public IReadOnlyList<int> RelatedTo(int word) => _related[word];

    /// <summary>The number of the stem of a word.</summary>
    /// <param name="word">The number of the word.</param>
    public int StemOf(int word) => _stems[word];

    /// <summary>The number of a stem; null if none of the words has it.</summary>
    public int? FindStem(string stem) => _numbers.TryGetValue(stem, out var number) ? number : null;

    /// <summary>The licence of WordNet, which accompanies every copy.</summary>
    public static byte[] ReadLicence()
    {
        using var resource = Open(Licence);
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    private static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;

    private static EnglishWords Load()
    {
        using var resource = Open(Resource);
        using var gzip = new GZipStream(resource, CompressionMode.Decompress);
        using var content = new MemoryStream();
        gzip.CopyTo(content);
        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        var end = bytes.IndexOf("\n\n"u8);
        var words = ReadWords(Encoding.ASCII.GetString(bytes[..end]));
        return new(words, ReadNumbers(bytes[(end + 2)..], words.Count));
    }

    /// <summary>Each line begins with the number of letters, in base 36, that its word shares with the one
    /// before.</summary>
    private static List<string> ReadWords(string text)
    {
        var words = new List<string>();
        var last = "";
        foreach (var line in text.Split('\n'))
        {
            var shared = char.IsAsciiDigit(line[0]) ? line[0] - '0' : line[0] - 'a' + 10;
            words.Add(last = string.Concat(last.AsSpan(0, shared), line.AsSpan(1)));
        }

        return words;
    }

    /// <summary>For each word the number of its related words, and their numbers, with two bytes each.</summary>
    private static int[][] ReadNumbers(ReadOnlySpan<byte> bytes, int words)
    {
        var related = new int[words][];
        var at = 0;
        for (var word = 0; word < words; word++)
        {
            related[word] = new int[BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..])];
            at += 2;
            for (var i = 0; i < related[word].Length; i++, at += 2)
                related[word][i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
        }

        return related;
    }
}
