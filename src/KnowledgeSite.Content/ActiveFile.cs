using KnowledgeSite.Files;

namespace KnowledgeSite.Content;

/// <summary>
/// Recognises files that browsers or hosts run because of their type, whatever they contain: scripts, style sheets and
/// programs.
/// </summary>
internal static class ActiveFile
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

    /// <summary>Compressed or compiled types, whose content cannot be checked.</summary>
    private static readonly HashSet<string> Binaries = [".wasm", ".swf", ".svgz", ".jar", ".xap"];

    public const string TextEnding = ".txt";

    /// <summary>True for a script, a program, or a document that can contain scripts.</summary>
    public static bool MayRun(SourcePath path) => InertEnding(path) is not null || UnsafeFile.IsDocument(path);

    /// <summary>
    /// The extension with which the file does not run: <c>.txt</c> or <c>.bin</c>. Null if the file is not active.
    /// </summary>
    public static string? InertEnding(SourcePath path)
    {
        if (Texts.Contains(path.Extension))
            return TextEnding;
        return Binaries.Contains(path.Extension) ? ".bin" : null;
    }
}
