using KnowledgeSite.Ladders;
using KnowledgeSite.Rendering.Ladders;

namespace KnowledgeSite.Theme;

/// <summary>Labels of levels and tracks.</summary>
internal static class LevelLabels
{
    public static string Track(Track? track) =>
        track switch
        {
            Ladders.Track.Individual => "individual",
            Ladders.Track.Manager => "manager",
            _ => "shared",
        };

    /// <summary>Code and track of a level, such as "L6, individual track"; empty if it has neither.</summary>
    public static string CodeAndTrack(LevelView level)
    {
        var track = level.Track switch
        {
            null => null,
            Ladders.Track.Shared => "both tracks",
            var known => $"{Track(known)} track",
        };
        return string.Join(", ", new[] { level.Code, track }.OfType<string>());
    }
}
