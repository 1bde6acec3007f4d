using System.Buffers;
using System.Text;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Rendering;
using KnowledgeSite.Rendering.Ladders;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Word;

namespace KnowledgeSite.Output;

/// <summary>
/// Generates the Word files of pages, beside them: <c>/roles/analyst.docx</c> for <c>/roles/analyst/</c>. Each is
/// converted from the finished page when that is written, or when it is asked for.
/// </summary>
internal sealed class WriteWord(Pipeline<Site> site) : IModule<IReadOnlyList<OutputFile>, IReadOnlyList<OutputFile>>
{
    public IReadOnlyList<Pipeline> Reads => [site];

    public IReadOnlyList<OutputFile> Execute(IReadOnlyList<OutputFile> input, ModuleContext context) =>
        Create(context.Read(site), input);

    /// <param name="pages">The HTML files of the site.</param>
    public static IReadOnlyList<OutputFile> Create(Site site, IReadOnlyList<OutputFile> pages)
    {
        var known = new WordFiles(site);
        return
        [
            .. pages
                .DistinctBy(p => p.Path)
                .Select(p => (File: p, Page: known.Find(p.Path)))
                .Where(p => p.Page is not null)
                .Select(p =>
                    OutputFile.Converted(
                        WordFiles.AddressOf(p.File.Path),
                        new(p.File, (html, output) => Write(site, p.File.Path, html, p.Page!, output))
                    )
                ),
        ];
    }

    /// <summary>A method of its own, so that the libraries for Word are loaded only when a file is written.</summary>
    private static void Write(
        Site site,
        SitePath address,
        ReadOnlyMemory<byte> html,
        WordPage page,
        IBufferWriter<byte> output
    ) => WordDocument.Write(SourceOf(site, address, Encoding.UTF8.GetString(html.Span), page), output);

    private static WordSource SourceOf(Site site, SitePath address, string html, WordPage page)
    {
        var settings = site.Settings;
        var content = page.Page?.Content;
        var version = page.Ladder?.Versions.All is [var newest, ..] ? newest : null;
        return new(html, address, settings.BaseUrl, settings.Language, settings.Text)
        {
            SiteTitle = settings.Title,
            State = StateOf(site, page.Ladder, version),
            Version = version?.Name,
            Date = version?.Date ?? content?.FrontMatter.Reviewed,
            Author = content?.FrontMatter.Owner,
            Description = content?.Summary,
            Statements = page is { IsEditable: true, Ladder: { } ladder } ? StatementsOf(ladder) : [],
            FindImage = address => site.FindImage(address)?.File.ReadBytes(),
        };
    }

    private static string? StateOf(Site site, Ladder? ladder, LadderVersion? version)
    {
        if (ladder is null)
            return null;
        var name = LadderName.Format(ladder.Title, site.Settings.Text);
        return version is null ? name : $"{name} · {site.Settings.Text.Version(version.Name)}";
    }

    /// <summary>The ids of signals, and those of cells with a sentence.</summary>
    private static HashSet<string> StatementsOf(Ladder ladder) =>
        [
            .. ladder.Cells.SelectMany(c => c.Signals).Select(s => s.Id),
            .. ladder.Cells.Where(c => c is { Standing: CellStanding.Written, Summary: not null }).Select(c => c.Id),
        ];

    /// <summary>The keys of all statements that a Word file of the ladder may contain.</summary>
    public static IReadOnlyList<string> KeysOf(Ladder ladder) =>
        [
            .. ladder
                .Cells.SelectMany(c =>
                    c.Signals.Select(s => s.Id)
                        .Append(StatementKey.Sentence(c.Id))
                        .Concat(c.Examples.Select((_, i) => StatementKey.Item(c.Id, StatementKey.Example, i + 1)))
                        .Concat(c.AntiSignals.Select((_, i) => StatementKey.Item(c.Id, StatementKey.AntiSignal, i + 1)))
                )
                .Distinct(StringComparer.Ordinal),
        ];
}
