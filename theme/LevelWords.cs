using KnowledgeSite.Ladders;
using KnowledgeSite.Rendering.Rubrics;

namespace KnowledgeSite.Theme;

/// <summary>What readers call the parts of a ladder.</summary>
internal static class LevelWords
{
    public static string Track(Track track) =>
        track switch
        {
            Ladders.Track.Individual => "individual",
            Ladders.Track.Manager => "manager",
            _ => "shared",
        };

    /// <summary>"L6, individual track".</summary>
    public static string CodeAndTrack(LevelView level)
    {
        var track = level.Track == Ladders.Track.Shared ? "before the fork" : $"{Track(level.Track)} track";
        return level.Code is null ? track : $"{level.Code}, {track}";
    }
}
