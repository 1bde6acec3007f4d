using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// Files that would run on the site's own origin by their type alone, whatever they contain: scripts, style sheets,
/// programs.
/// </summary>
public static class ActiveFile
{
    private static readonly HashSet<string> Texts =
    [
        ".js",
        ".mjs",
        ".cjs",
        ".css",
        ".htc",
        ".php",
        ".phtml",
        ".phar",
        ".cgi",
        ".asp",
        ".aspx",
        ".jsp",
    ];

    /// <summary>Their content cannot be examined: compressed, or compiled.</summary>
    private static readonly HashSet<string> Binaries = [".wasm", ".swf", ".svgz", ".jar", ".xap"];

    public const string TextEnding = ".txt";

    /// <summary>A browser may run what is in it: a script, a program, or a document that may hold scripts.</summary>
    public static bool MayRun(SourcePath path) => InertEnding(path) is not null || UnsafeFile.IsDocument(path);

    /// <summary>
    /// The ending under which the file runs nowhere: <c>.txt</c> or <c>.bin</c>. Null where the file is not active.
    /// </summary>
    public static string? InertEnding(SourcePath path)
    {
        if (Texts.Contains(path.Extension))
            return TextEnding;
        return Binaries.Contains(path.Extension) ? ".bin" : null;
    }
}
