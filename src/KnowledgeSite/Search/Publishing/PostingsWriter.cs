using System.Buffers;
using KnowledgeSite.Search.Indexing;

namespace KnowledgeSite.Search.Publishing;

/// <summary>
/// Postings as bytes. Of each word: the distances between its sections, what it makes up of their texts (two to a
/// byte), and for those where it stands elsewhere too the distance to the next such, the address's bit, the heading's
/// number and the names' number. Numbers are LEB128. Its reader is <c>postings.js</c>.
/// </summary>
internal static class PostingsWriter
{
    /// <summary>The words of a shard: how long the postings of each are, then the postings.</summary>
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
