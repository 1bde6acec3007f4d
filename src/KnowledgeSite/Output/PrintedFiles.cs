using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Handouts;

namespace KnowledgeSite.Output;

/// <summary>
/// Reads the PDFs that an earlier <c>pdf</c> command put into the output. Rendering decides whether they are still up
/// to date.
/// </summary>
internal static class PrintedFiles
{
    public static IReadOnlyList<OutputFile> Read(string output)
    {
        var folder = new OutputPaths(output).Output;
        var names = OutputManifest
            .Read(folder)
            .Files.Where(f =>
                f.StartsWith(Printout.Folder + "/", StringComparison.Ordinal)
                && f.EndsWith(".pdf", StringComparison.Ordinal)
            );
        return
        [
            .. names
                .Where(n => File.Exists(Path.Combine(folder, n)))
                .Select(n => OutputFile.OfBytes(new("/" + n), File.ReadAllBytes(Path.Combine(folder, n)))),
        ];
    }
}
