using System.Security.Cryptography;

namespace KnowledgeSite.Files;

/// <summary>A short content hash: the first ten hexadecimal digits of SHA-256.</summary>
internal static class ContentHash
{
    public static string Compute(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..10];
}
