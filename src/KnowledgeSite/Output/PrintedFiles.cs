using KnowledgeSite.Files;
using KnowledgeSite.Rendering.Handouts;

namespace KnowledgeSite.Output;

/// <summary>
/// The PDFs that an earlier <c>pdf</c> put into the output. Whether they still hold is found out when the site is
/// rendered.
/// </summary>
public static class PrintedFiles
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
