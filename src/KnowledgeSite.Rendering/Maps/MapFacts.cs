using System.Globalization;
using KnowledgeSite.SiteModel.Maps;

namespace KnowledgeSite.Rendering.Maps;

/// <summary>Formats numbers of pages and links as text.</summary>
internal static class MapFacts
{
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(int number, string thing) => $"{Number(number)} {thing}{(number == 1 ? "" : "s")}";

    public static string Times(int number) =>
        number switch
        {
            1 => "once",
            2 => "twice",
            _ => $"{Number(number)} times",
        };

    /// <summary>
    /// Formats the facts of a unit, such as "40 pages; 56 links lead out, 143 in, 173 from one of them to another".
    /// </summary>
    public static string Facts(MapUnit unit, int to, int from)
    {
        var pages = unit.Kind == MapUnitKind.Page ? "" : $"{Count(unit.Pages, "page")}; ";
        if (unit.IsOutside)
            return pages
                + (
                    to == 0 ? $"{Count(from, "link")} from here"
                    : from == 0 ? $"{Count(to, "link")} to here"
                    : $"{Count(from, "link")} from here, {Number(to)} back"
                );
        var within = unit.Kind == MapUnitKind.Page ? "" : $", {Number(unit.Within)} within";
        return to + from + unit.Within == 0
            ? pages + "no links"
            : $"{pages}{Count(to, "link")} out, {Number(from)} in{within}";
    }
}
