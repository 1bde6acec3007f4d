using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeSite.Ladders;

/// <summary>What versions are called.</summary>
internal static partial class VersionName
{
    private const int MostCounted = 1000;

    /// <summary>It can name a file on every system.</summary>
    public static bool IsUsable(string name) => Usable().IsMatch(name);

    /// <summary>
    /// What comes next where versions are counted. Null where they are otherwise, by years for instance.
    /// </summary>
    /// <param name="last">Null before the first version.</param>
    public static string? After(string? last, ChangeKind kind)
    {
        if (last is null)
            return "1.0";
        var parts = last.Split('.')
            .Select(p =>
                int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < MostCounted
                    ? number
                    : -1
            )
            .ToList();
        if (parts.Count is 0 or > 3 || parts.Contains(-1))
            return null;
        var (major, minor, patch) = (parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
        return kind switch
        {
            ChangeKind.Major => $"{major + 1}.0",
            ChangeKind.Minor => $"{major}.{minor + 1}",
            _ => $"{major}.{minor}.{patch + 1}",
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,62}[\p{L}\p{N}])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Usable();
}
