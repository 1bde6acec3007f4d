using System.Reflection;
using KnowledgeSite.Files;

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// The files of the preview itself, which have a path of their own so that they never conflict with files of the site.
/// </summary>
internal static class DevServerAssets
{
    public const string Folder = "/_preview/";
    public const string Script = Folder + "follow.js";
    public const string Events = Folder + "events";

    /// <summary>The file at a path, or null if there is none.</summary>
    public static ShownFile? Find(string path)
    {
        using var stream = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceStream("preview/" + path[Folder.Length..]);
        if (stream is null)
            return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return ShownFile.From(new SitePath(path), bytes);
    }
}
