using KnowledgeSite.Ladders;
using KnowledgeSite.Rendering.Rubrics;

namespace KnowledgeSite.Theme;

/// <summary>What readers call the parts of a ladder.</summary>
internal static class LevelLabels
{
    public static string Track(Track? track) =>
        track switch
        {
            Ladders.Track.Individual => "individual",
            Ladders.Track.Manager => "manager",
            _ => "shared",
        };

    /// <summary>"L6, individual track"; empty where the level has no code and its ladder no tracks.</summary>
    public static string CodeAndTrack(LevelView level)
    {
        var track = level.Track switch
        {
            null => null,
            Ladders.Track.Shared => "before the fork",
            var known => $"{Track(known)} track",
        };
        return string.Join(", ", new[] { level.Code, track }.OfType<string>());
    }
}
