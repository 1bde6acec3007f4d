using System.Text.RegularExpressions;

namespace KnowledgeSite.Content;

/// <summary>The conflict markers that git writes around two versions of the same lines.</summary>
internal static partial class MergeMarks
{
    [GeneratedRegex(@"^<{7} [^\n]*", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    public static partial Regex Opening();
}
