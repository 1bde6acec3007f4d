using KnowledgeSite.Caching;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Output;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Output;

/// <summary>Writes sites of a few given files, without pages and themes.</summary>
internal sealed class WriteRun : IDisposable
{
    private static readonly DiagnosticPolicy Policy = new(
        new Dictionary<string, Severity>(),
        Strict: false,
        Prepared: true
    );

    public TemporaryFolder Folder { get; } = new();

    public void Dispose() => Folder.Dispose();

    /// <summary>Each text is the name of a file, <c>=</c>, and its content.</summary>
    public Outcome Write(params string[] files) => Write([.. files.Select(File)], withErrors: false);

    public Outcome WriteWithErrors(params string[] files) => Write([.. files.Select(File)], withErrors: true);

    public Outcome Write(
        IReadOnlyList<OutputFile> files,
        bool withErrors = false,
        PersistentCache? stored = null,
        CancellationToken cancellation = default
    )
    {
        var diagnostics = new DiagnosticBag();
        if (withErrors)
            diagnostics.Add(Diagnostic.OfSite(SourceRules.NoPages, "input"));
        var written = new WriteSite(Folder.Combine("output"), "output", Policy, stored).Execute(
            files,
            new ModuleContext(other => throw new InvalidOperationException(other.Name), diagnostics, cancellation)
        );
        return new(written, [.. diagnostics.Sorted().Where(d => d.Rule != SourceRules.NoPages)]);
    }

    public static OutputFile File(string text) => OutputFile.OfText(new("/" + text.Split('=')[0]), text.Split('=')[1]);

    /// <summary>The site as one text: the name and content of each file, without the manifest.</summary>
    public string Site =>
        string.Join(
            ' ',
            Folder
                .Files("output")
                .Where(f => f != OutputManifest.FileName)
                .Select(f => $"{f}={Folder.Read("output/" + f)}")
        );

    /// <summary>The names of other files beside the output folder.</summary>
    public IEnumerable<string> Leftovers =>
        Directory.EnumerateFileSystemEntries(Folder.Root).Select(e => Path.GetFileName(e)).Where(n => n != "output");
}

/// <param name="Site">The site, or null if nothing was written.</param>
internal sealed record Outcome(WrittenSite? Site, IReadOnlyList<Diagnostic> Findings)
{
    public string? Rule => Findings is [var one] ? one.Rule.Id : null;
}
