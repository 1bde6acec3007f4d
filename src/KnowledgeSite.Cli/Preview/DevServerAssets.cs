using System.Reflection;
using KnowledgeSite.Files;

namespace KnowledgeSite.Cli.Preview;

/// <summary>The files of the preview itself, apart from the site's under an address of their own.</summary>
internal static class DevServerAssets
{
    public const string Folder = "/_preview/";
    public const string Script = Folder + "follow.js";
    public const string Events = Folder + "events";

    /// <summary>Null where there is no such file.</summary>
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
