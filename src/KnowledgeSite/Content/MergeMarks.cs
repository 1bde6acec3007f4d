using System.Text.RegularExpressions;

namespace KnowledgeSite.Content;

/// <summary>What git writes around the two versions of lines that two people changed.</summary>
internal static partial class MergeMarks
{
    [GeneratedRegex(@"^<{7} [^\n]*", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    public static partial Regex Opening();
}
