using System.Buffers;
using KnowledgeSite.Search.Indexing;

namespace KnowledgeSite.Search.Publishing;

/// <summary>
/// Encodes postings, with all numbers in LEB128. For each word: the gaps between its sections; the term frequencies in
/// their texts (two per byte); and for sections with the word outside the text, the gap to the next such section, the
/// address bit, the heading number and the names number. <c>postings.js</c> decodes them.
/// </summary>
internal static class PostingsWriter
{
    /// <summary>Encodes the words of a shard: the byte length of each word's postings, then the postings.</summary>
    public static byte[] Write(ReadOnlySpan<WordPostings> words)
    {
        var postings = new ArrayBufferWriter<byte>();
        var shard = new ArrayBufferWriter<byte>();
        foreach (var word in words)
        {
            var start = postings.WrittenCount;
            Write(word.Postings, postings);
            WriteNumber(postings.WrittenCount - start, shard);
        }

        shard.Write(postings.WrittenSpan);
        return shard.WrittenSpan.ToArray();
    }

    private static void Write(Posting[] postings, ArrayBufferWriter<byte> output)
    {
        WriteNumber(postings.Length, output);
        var last = 0;
        foreach (var posting in postings)
        {
            WriteNumber(posting.Section - last, output);
            last = posting.Section;
        }

        for (var i = 0; i < postings.Length; i += 2)
            output.Write([(byte)(postings[i].Body | ((i + 1 < postings.Length ? postings[i + 1].Body : 0) << 4))]);
        WriteElsewhere(postings, output);
    }

    private static void WriteElsewhere(Posting[] postings, ArrayBufferWriter<byte> output)
    {
        WriteNumber(postings.Count(IsElsewhere), output);
        var last = 0;
        for (var i = 0; i < postings.Length; i++)
        {
            if (!IsElsewhere(postings[i]))
                continue;
            WriteNumber(((i - last) << 1) | (postings[i].InPath ? 1 : 0), output);
            output.Write([(byte)(postings[i].Heading | (postings[i].Names << 4))]);
            last = i;
        }
    }

    private static bool IsElsewhere(Posting posting) => posting.Heading > 0 || posting.Names > 0 || posting.InPath;

    private static void WriteNumber(int number, ArrayBufferWriter<byte> output)
    {
        var rest = (uint)number;
        for (; rest > 127; rest >>= 7)
            output.Write([(byte)(rest | 128)]);
        output.Write([(byte)rest]);
    }
}
