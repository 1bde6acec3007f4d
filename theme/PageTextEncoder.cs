using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace KnowledgeSite.Theme;

/// <summary>
/// Encodes text for HTML and keeps the letters of every script. HTML allows neither control characters nor references
/// to them, so those in titles and file names become U+FFFD.
/// </summary>
internal sealed class PageTextEncoder : HtmlEncoder
{
    private const char Replacement = '\uFFFD';

    private static readonly HtmlEncoder Letters = Create(UnicodeRanges.All);

    public override int MaxOutputCharactersPerInputCharacter => Letters.MaxOutputCharactersPerInputCharacter;

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) =>
        Letters.FindFirstCharacterToEncode(text, textLength);

    public override unsafe bool TryEncodeUnicodeScalar(
        int unicodeScalar,
        char* buffer,
        int bufferLength,
        out int numberOfCharactersWritten
    )
    {
        if (!IsForbidden(unicodeScalar) || bufferLength == 0)
            return Letters.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
        buffer[0] = Replacement;
        numberOfCharactersWritten = 1;
        return true;
    }

    public override bool WillEncode(int unicodeScalar) => Letters.WillEncode(unicodeScalar);

    /// <summary>True for control characters except white space, and for noncharacters.</summary>
    private static bool IsForbidden(int scalar) =>
        scalar is < ' ' and not ('\t' or '\n' or '\f' or '\r')
        || scalar is >= 0x7F and < 0xA0 or >= 0xFDD0 and <= 0xFDEF
        || (scalar & 0xFFFE) == 0xFFFE;
}
