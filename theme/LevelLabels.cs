using KnowledgeSite.Ladders;
using KnowledgeSite.Rendering.Ladders;
using KnowledgeSite.Strings;

namespace KnowledgeSite.Theme;

/// <summary>Labels of levels and tracks.</summary>
internal static class LevelLabels
{
    /// <summary>The name of a track for styles and scripts.</summary>
    public static string Track(Track? track) =>
        track switch
        {
            Ladders.Track.Individual => "individual",
            Ladders.Track.Manager => "manager",
            _ => "shared",
        };

    /// <summary>The name of a track for readers.</summary>
    public static string TrackTitle(Track? track, UiStrings text) =>
        track switch
        {
            Ladders.Track.Individual => text.TrackIndividual,
            Ladders.Track.Manager => text.TrackManager,
            _ => text.TrackShared,
        };

    /// <summary>Code and track of a level, such as "L6, individual track"; empty if it has neither.</summary>
    public static string CodeAndTrack(LevelView level, UiStrings text)
    {
        var track = level.Track switch
        {
            null => null,
            Ladders.Track.Shared => text.BothTracks,
            Ladders.Track.Manager => text.ManagerTrack,
            _ => text.IndividualTrack,
        };
        return string.Join(text.ListSeparator, new[] { level.Code, track }.OfType<string>());
    }
}
