using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using KnowledgeSite.Caching;

namespace KnowledgeSite.Files;

/// <summary>
/// A file of the generated site. Its bytes are rendered on demand, so that ten thousand pages need not be in memory at
/// once and a preview renders only the pages that are viewed. Rendering is deterministic.
/// </summary>
public sealed record OutputFile(SitePath Path, Action<IBufferWriter<byte>> Write)
{
    /// <summary>
    /// True if the name contains a hash of the content. Such a file never changes, so a copy from the last build can be
    /// kept without rendering it.
    /// </summary>
    public bool IsNamedByContent { get; init; }

    /// <summary>True if the content depends on the other files of the site, which are then written first.</summary>
    public bool DependsOnOthers { get; init; }

    /// <summary>The input file that is published unchanged; null for a generated file.</summary>
    public SourcePath? Source { get; init; }

    /// <summary>True if the site's settings let this file replace a generated one.</summary>
    public bool ReplacesGenerated { get; init; }

    /// <summary>
    /// Computes a key of everything that the file is made of, if that is much faster than rendering it. Otherwise null;
    /// a file for which the function returns null has no key.
    /// </summary>
    internal Func<CacheKey?>? Key { get; init; }

    /// <summary>
    /// Creates what the file is rendered from, for a file whose content can be known without rendering it; otherwise
    /// null.
    /// </summary>
    internal Func<PreparedFile>? Prepare { get; init; }

    /// <summary>How the file is made from another one; null for a file of its own.</summary>
    internal FileConversion? Conversion { get; init; }

    /// <summary>
    /// A file that is made from another one. Whoever writes both passes the bytes of the other on, so that it is
    /// rendered once.
    /// </summary>
    internal static OutputFile Converted(SitePath path, FileConversion conversion) =>
        new(path, output => conversion.Convert(conversion.From.ToBytes(), output)) { Conversion = conversion };

    internal static OutputFile OfBytes(SitePath path, byte[] bytes) => new(path, output => output.Write(bytes));

    internal static OutputFile OfText(SitePath path, string text) =>
        new(path, output => Encoding.UTF8.GetBytes(text, output));

    internal byte[] ToBytes()
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer);
        return buffer.WrittenSpan.ToArray();
    }
}

/// <summary>A file that is ready to be rendered by the thread that prepared it, before that prepares another.</summary>
/// <param name="Key">The key of the file's content; null if it has none.</param>
internal sealed record PreparedFile(CacheKey? Key, Action<IBufferWriter<byte>> Write);

/// <summary>Makes a file of the site from the bytes of another one.</summary>
internal sealed record FileConversion(OutputFile From, Action<ReadOnlyMemory<byte>, IBufferWriter<byte>> Convert);

/// <summary>A short content hash: the first ten hexadecimal digits of SHA-256.</summary>
internal static class ContentHash
{
    public static string Compute(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..10];
}
