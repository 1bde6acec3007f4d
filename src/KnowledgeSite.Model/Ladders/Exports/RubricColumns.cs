using System.Globalization;
using System.Text.Json;

namespace KnowledgeSite.Ladders;

/// <summary>The columns of the table of statements, the same in all formats.</summary>
internal static class RubricColumns
{
    public static readonly IReadOnlyList<(string Name, Func<RubricRow, string?> Of)> All =
    [
        ("ladder", r => r.Ladder),
        ("level_id", r => r.LevelId),
        ("level_code", r => r.LevelCode),
        ("level_title", r => r.LevelTitle),
        ("track", r => Name(r.Track)),
        ("dimension_id", r => r.DimensionId),
        ("dimension_title", r => r.DimensionTitle),
        ("cell_id", r => r.CellId),
        ("id", r => r.Id),
        ("kind", r => Name(r.Kind)),
        ("text", r => r.Text),
        ("raises", r => r.Raises),
        ("origin", r => r.Origin),
        ("file", r => r.File),
        ("line", r => r.Line.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>
    /// The name of an enum value in kebab case, such as <c>no-increase</c> for <see cref="RubricKind.NoIncrease"/>.
    /// </summary>
    public static string Name(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
