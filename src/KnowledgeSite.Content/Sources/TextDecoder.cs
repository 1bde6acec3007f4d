using System.Text;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Sources;

/// <summary>
/// Decodes bytes to text with LF line endings. Input that is not valid UTF-8 is repaired if that loses nothing, and
/// reported.
/// </summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Returns null, and reports a diagnostic, if the bytes are not text.</summary>
    public static string? Decode(SourcePath path, ReadOnlySpan<byte> bytes, DiagnosticBag diagnostics)
    {
        var text = DecodeBytes(path, bytes, diagnostics);
        if (text is null)
            return null;
        if (text.Contains('\r', StringComparison.Ordinal))
            text = text.ReplaceLineEndings("\n");
        if (text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var nul)
            diagnostics.Add(
                Diagnostic.At(SourceRules.NulCharacter, SourceFile.OfText(path, text), new SourceSpan(nul, 1))
            );
        return text;
    }

    private static string? DecodeBytes(SourcePath path, ReadOnlySpan<byte> bytes, DiagnosticBag diagnostics)
    {
        // Tools that join or convert files can leave more than one byte order mark.
        while (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        if (Utf16Of(bytes) is { } utf16)
        {
            diagnostics.Add(Diagnostic.At(SourceRules.Utf16, path));
            return utf16.GetString(bytes).TrimStart('\uFEFF');
        }

        if (Utf8Validity(bytes))
            return Utf8.GetString(bytes);
        diagnostics.Add(InvalidUtf8(path, bytes));
        return null;
    }

    private static bool Utf8Validity(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    /// <summary>
    /// Detects UTF-16 by its byte order mark or, without one, by a NUL in every second byte at the start (Latin text).
    /// </summary>
    private static UnicodeEncoding? Utf16Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2 || bytes.Length % 2 != 0)
            return null;
        if (bytes[0] == 0xFF && bytes[1] == 0xFE)
            return new(bigEndian: false, byteOrderMark: true);
        if (bytes[0] == 0xFE && bytes[1] == 0xFF)
            return new(bigEndian: true, byteOrderMark: true);

        var head = bytes[..Math.Min(bytes.Length, 64)];
        if (head.Length < 8)
            return null;
        var even = 0;
        var odd = 0;
        for (var i = 0; i < head.Length; i += 2)
        {
            if (head[i] == 0)
                even++;
            if (head[i + 1] == 0)
                odd++;
        }

        var most = head.Length * 2 / 5;
        if (odd >= most && even == 0)
            return new(bigEndian: false, byteOrderMark: false);
        return even >= most && odd == 0 ? new(bigEndian: true, byteOrderMark: false) : null;
    }

    private static Diagnostic InvalidUtf8(SourcePath path, ReadOnlySpan<byte> bytes)
    {
        var good = 0;
        while (Rune.DecodeFromUtf8(bytes[good..], out _, out var length) == System.Buffers.OperationStatus.Done)
            good += length;
        var before = SourceFile.OfText(path, Encoding.UTF8.GetString(bytes[..good]).ReplaceLineEndings("\n"));
        return Diagnostic.At(
            SourceRules.InvalidUtf8,
            before,
            new SourceSpan(before.Text!.Value.Length, 1),
            $"0x{bytes[good]:X2}"
        );
    }
}
