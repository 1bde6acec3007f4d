using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Cli.Printing;

/// <summary>Counts the pages of a PDF that Chromium wrote: its tree of pages is in plain text, and the root holds the largest count.</summary>
internal static partial class PdfPages
{
    public static int CountIn(byte[] pdf) =>
        Tree().Matches(Encoding.Latin1.GetString(pdf)).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();

    [GeneratedRegex(@"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Tree();
}
