using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Word;

/// <summary>
/// Names of bookmarks for ids of elements. Word allows 40 characters: letters, digits and underscores, a letter first.
/// A dot becomes one underscore, a hyphen two, and the colon before a part of a cell three, so that short ids in lower
/// case can be read back; any other id becomes a hash.
/// </summary>
internal static partial class BookmarkName
{
    private const int MaxLength = 40;

    public static string FromId(string id)
    {
        if (Plain().IsMatch(id))
        {
            var name = id.Replace(":", "___", StringComparison.Ordinal)
                .Replace("-", "__", StringComparison.Ordinal)
                .Replace('.', '_');
            if (name.Length <= MaxLength)
                return name;
        }

        return "h_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(?:[.:-][a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
