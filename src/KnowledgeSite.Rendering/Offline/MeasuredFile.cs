using System.Buffers;
using System.Security.Cryptography;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Offline;

/// <summary>
/// A file whose hash and size are computed while it is written, or on demand if they are needed earlier.
/// </summary>
internal sealed class MeasuredFile(OutputFile file)
{
    /// <summary>The number of hash digits; enough to distinguish files that nobody crafted to collide.</summary>
    private const int Digits = 20;

    private (string Hash, long Size)? _measure;

    public OutputFile File => file;

    public string Hash => Measure.Hash;

    public long Size => Measure.Size;

    public void Write(IBufferWriter<byte> output)
    {
        using var counted = new CountedOutput(output);
        file.Write(counted);
        _measure = (counted.Hash[..Digits], counted.Size);
    }

    private (string Hash, long Size) Measure
    {
        get
        {
            if (_measure is null)
                Write(new ArrayBufferWriter<byte>());
            return _measure!.Value;
        }
    }

    private sealed class CountedOutput(IBufferWriter<byte> output) : IBufferWriter<byte>, IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private Memory<byte> _lent;

        public string Hash => Convert.ToHexStringLower(_hash.GetCurrentHash());

        public long Size { get; private set; }

        public void Advance(int count)
        {
            _hash.AppendData(_lent.Span[..count]);
            Size += count;
            output.Advance(count);
            _lent = _lent[count..];
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => _lent = output.GetMemory(sizeHint);

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public void Dispose() => _hash.Dispose();
    }
}
