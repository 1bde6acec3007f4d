using System.Buffers;
using System.Text;

namespace KnowledgeSite.Files;

/// <summary>
/// A file of the finished site. Its bytes are made when they are asked for, so that ten thousand pages need not stand
/// in memory at once and a preview renders only what is looked at; asked twice, it gives the same bytes.
/// </summary>
public sealed record OutputFile(SitePath Path, Action<IBufferWriter<byte>> Write)
{
    /// <summary>
    /// A file with this name holds nothing else, in any build: where the last site has it, it need not be made again.
    /// </summary>
    public bool IsNamedByContent { get; init; }

    /// <summary>It tells of the other files, which are made first.</summary>
    public bool IsMadeOfOthers { get; init; }

    /// <summary>The file of the input that is published as it is; null for a generated file.</summary>
    public SourcePath? Source { get; init; }

    /// <summary>The site's settings put it in the place of a generated file.</summary>
    public bool ReplacesGenerated { get; init; }

    public static OutputFile OfBytes(SitePath path, byte[] bytes) => new(path, output => output.Write(bytes));

    public static OutputFile OfText(SitePath path, string text) =>
        new(path, output => Encoding.UTF8.GetBytes(text, output));

    public byte[] ToBytes()
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
