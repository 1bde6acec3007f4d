using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.Sources;

namespace KnowledgeSite.SiteModel;

/// <summary>Reports what can only be seen when all pages are joined, apart from links and addresses.</summary>
internal sealed partial class SiteChecks(Site site, DiagnosticBag diagnostics)
{
    /// <summary>The extensions of texts in other formats, which do not become pages.</summary>
    public static readonly string[] TextFormats =
    [
        ".mdx",
        ".qmd",
        ".rmd",
        ".rst",
        ".adoc",
        ".asciidoc",
        ".org",
        ".textile",
        ".txt",
    ];

    private static readonly string[] SettingsFiles =
    [
        FolderSettings.FileName,
        LadderFile.FileName,
        SiteSettings.FileName,
        Bibliography.FileName,
        SearchTest.FileName,
        StringOverrides.FileName,
    ];

    /// <param name="written">All parsed pages, including unpublished ones.</param>
    /// <param name="sources">All files of the input, sorted by path.</param>
    /// <param name="requested">The files that a page refers to or the settings publish.</param>
    public void Report(
        VersionControl repository,
        IReadOnlyList<Page> written,
        IReadOnlyList<SourceFile> sources,
        IReadOnlySet<SourcePath> requested
    )
    {
        ReportOwners(repository);
        ReportTags();
        ReportEmptyPages();
        ReportFutureReviews();
        UnknownKeys.Report(written, site.Settings.IsPrepared, diagnostics);
        ReportLeftOutFiles(sources, requested);
    }

    private void ReportOwners(VersionControl repository)
    {
        var owners = site.Settings.Owners;
        if (owners.Count == 0)
            return;
        var similar = new SuggestionIndex(owners.Keys);
        foreach (
            var page in site
                .Pages.Select(p => p.Content)
                .Where(p => p.FrontMatter.Owner is { } owner && !owners.ContainsKey(owner))
        )
            diagnostics.Add(
                Diagnostic.At(
                    SourceRules.UnknownOwner,
                    page.Source,
                    page.FrontMatter.OwnerSpan,
                    page.FrontMatter.Owner,
                    similar.DidYouMean(page.FrontMatter.Owner!, "Write a listed owner, or add this one to the list.")
                )
            );
        if (repository.Owners is not { } file || !new CodeOwners(site, repository.Folder).IsStaleIn(file.Text))
            return;
        var fromInput = string.Concat(repository.Folder.Where(c => c == '/').Select(_ => "../"));
        diagnostics.Add(Diagnostic.At(SourceRules.OwnersStale, new SourcePath(fromInput + file.Path), file.Path));
    }

    private void ReportTags()
    {
        var known = site.Settings.Tags.ToHashSet(StringComparer.Ordinal);
        if (known.Count == 0)
            return;
        var similar = new SuggestionIndex(known);
        foreach (var page in site.Pages.Select(p => p.Content))
        {
            foreach (var tag in page.FrontMatter.Tags.Where(t => t.Value.Length > 0 && !known.Contains(t.Value)))
                diagnostics.Add(
                    Diagnostic.At(
                        FrontMatterRules.UnknownTag,
                        page.Source,
                        tag.Span,
                        tag.Value,
                        HintFor(tag.Value, similar)
                    )
                );
        }
    }

    private static string HintFor(string tag, SuggestionIndex known) =>
        tag switch
        {
            _ when tag.Contains(',', StringComparison.Ordinal) => $" Write several as a list: [{tag}].",
            ['-', not ' ', ..] => $" Write '- {tag[1..]}', with a space.",
            _ => known.DidYouMean(tag),
        };

    /// <summary>
    /// Reports empty pages. The page of a folder needs no text, because it lists the contents of the folder.
    /// </summary>
    private void ReportEmptyPages()
    {
        foreach (var page in site.Pages)
        {
            var text = page.Content.Source.Text!.Value.AsSpan(page.Content.Body.MarkdownStart);
            if (
                !text.IsWhiteSpace()
                || (site.Folders.GetValueOrDefault(page.Folder) is { Entries.Count: > 0 } folder && folder.Page == page)
            )
                continue;
            diagnostics.Add(Diagnostic.At(MarkdownRules.EmptyPage, page.Content.Source, new SourceSpan(0, 1)));
        }
    }

    /// <summary>Reports review dates in the future. Tomorrow is accepted because of time zones.</summary>
    private void ReportFutureReviews()
    {
        foreach (
            var page in site
                .Pages.Select(p => p.Content)
                .Where(p => p.FrontMatter.Reviewed?.DayNumber > site.Today.DayNumber + 1)
        )
            diagnostics.Add(
                Diagnostic.At(
                    FrontMatterRules.ReviewDateInFuture,
                    page.Source,
                    page.FrontMatter.ReviewedSpan,
                    page.FrontMatter.Reviewed!.Value.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
                )
            );
    }

    /// <summary>
    /// Reports files that look like pages or settings but are ignored, with one message per file format.
    /// </summary>
    private void ReportLeftOutFiles(IReadOnlyList<SourceFile> sources, IReadOnlySet<SourcePath> requested)
    {
        var texts = sources
            .Select(s => s.Path)
            .Where(p => TextFormats.Contains(p.Extension) && !IsForTools(p) && !requested.Contains(p));
        foreach (var format in texts.GroupBy(p => p.Extension, StringComparer.Ordinal))
            diagnostics.Add(
                Diagnostic.At(FlavorRules.OtherFormat, format.First(), Count(format.Count(), format.Key), format.Key)
            );

        var underscored = sources.Select(s => s.Path).Where(p => p.MayBePage && !PagePath.IsPage(p)).ToList();
        if (!site.Settings.IsPrepared && underscored is [var underscore, ..])
            diagnostics.Add(
                Diagnostic.At(FlavorRules.UnderscoreNames, underscore, Count(underscored.Count, "Markdown"))
            );

        foreach (var file in sources.Where(s => s.Path.Extension == ".yml"))
        {
            if (MeantBy(file, site.Settings.IsPrepared) is { } meant && sources.All(s => s.Path != meant))
                diagnostics.Add(
                    Diagnostic.At(FrontMatterRules.YmlExtension, file.Path, file.Path.FileName, meant.FileName)
                );
        }
    }

    private static string Count(int files, string ending) =>
        files == 1 ? $"1 {ending} file is" : $"{files.ToString("N0", CultureInfo.InvariantCulture)} {ending} files are";

    /// <summary>
    /// The settings file whose name differs only in the extension; null if there is none. In a folder without
    /// <c>site.yaml</c>, such a file may belong to another tool.
    /// </summary>
    private static SourcePath? MeantBy(SourceFile file, bool isPrepared)
    {
        var name = file.Path.NameWithoutExtension + ".yaml";
        if (!SettingsFiles.Contains(name, StringComparer.Ordinal))
            return null;
        if (name is not (FolderSettings.FileName or LadderFile.FileName) && !file.Path.Folder.IsRoot)
            return null;
        if (!isPrepared && name != FolderSettings.FileName && !TitleLine().IsMatch(file.Text?.Value ?? ""))
            return null;
        return file.Path.Folder.Append(name);
    }

    /// <summary>
    /// True for files such as package lists and robots.txt; names that begin with <c>_</c> are left out on purpose.
    /// </summary>
    private static bool IsForTools(SourcePath path) =>
        path.Segments.Any(s => s.StartsWith('_')) || (path.Extension == ".txt" && ToolText().IsMatch(path.FileName));

    [GeneratedRegex(
        @"^(robots|humans|security|ads|llms.*|cname|license.*|licence.*|copying|notice|authors|contributors"
            + @"|version|.*requirements.*|constraints.*|cmakelists|codeowners|.*dictionary.*|.*wordlist.*"
            + @"|.*exceptions.*)\.txt$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex ToolText();

    [GeneratedRegex(@"^(title|dimensions|levels)\s*:", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex TitleLine();
}
