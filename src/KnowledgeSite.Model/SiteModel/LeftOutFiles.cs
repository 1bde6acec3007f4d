using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.SiteModel;

/// <summary>Reports files that look like pages or settings but are ignored, with one message per file format.</summary>
internal static partial class LeftOutFiles
{
    private static readonly string[] TextFormats =
    [
        ".mdx",
        ".qmd",
        ".rmd",
        ".ipynb",
        ".rst",
        ".adoc",
        ".asciidoc",
        ".org",
        ".textile",
        ".txt",
    ];

    private static readonly string[] Settings =
    [
        FolderSettings.FileName,
        LadderFile.FileName,
        SiteSettings.FileName,
        Bibliography.FileName,
        SearchTest.FileName,
    ];

    /// <param name="sources">All files of the input, sorted by path.</param>
    /// <param name="isPublished">True if a page refers to the file, or the settings publish it.</param>
    public static void Report(
        IReadOnlyList<SourceFile> sources,
        Func<SourcePath, bool> isPublished,
        bool isPrepared,
        DiagnosticBag diagnostics
    )
    {
        var texts = sources
            .Select(s => s.Path)
            .Where(p => TextFormats.Contains(p.Extension) && !IsForTools(p) && !isPublished(p));
        foreach (var format in texts.GroupBy(p => p.Extension, StringComparer.Ordinal))
            diagnostics.Add(
                Diagnostic.At(FlavorRules.OtherFormat, format.First(), Count(format.Count(), format.Key), format.Key)
            );

        foreach (var file in sources.Where(s => s.Path.Extension == ".yml"))
        {
            if (MeantBy(file, isPrepared) is { } meant && sources.All(s => s.Path != meant))
                diagnostics.Add(
                    Diagnostic.At(FrontMatterRules.OtherEnding, file.Path, file.Path.FileName, meant.FileName)
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
        if (!Settings.Contains(name, StringComparer.Ordinal))
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
