using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.Drafts;

/// <summary>Pages that are part of a ladder: where they lie, and what of the ladder they name.</summary>
internal static class DimensionScaffold
{
    /// <summary>Null where the page can be made.</summary>
    public static string? LevelRefusal(Ladder ladder, SourcePath path)
    {
        var (id, folder) = (path.NameWithoutExtension, ladder.Folder.Append("levels"));
        var open = ladder.Levels.Where(l => !ladder.LevelPages.ContainsKey(l.Id)).Select(l => l.Id).ToList();
        var choice =
            open.Count == 0 ? "All its levels have pages." : $"Its levels without a page: {string.Join(", ", open)}.";
        if (path.Folder != folder)
            return $"The pages of levels lie in '{folder}', each named by the id of its level. {choice}";
        if (ladder.Levels.Any(l => l.Id == id))
            return null;
        return ladder.Base is { } under
            ? $"'{id}' is no level of '{ladder.Id}', which has the levels of '{under.Id}'. {choice}"
            : $"'{id}' is no level of '{ladder.Id}'. Add it under 'levels:' in {ladder.File.Source.Path} and to "
                + "'next' of the level below, give it a cell in each page of "
                + $"'{ladder.Folder.Append("dimensions")}', and come back. {choice}";
    }

    public static DraftOutcome Dimension(PageDraft page, Ladder ladder, SourcePath path)
    {
        if (DimensionRefusal(ladder, path) is { } refusal)
            return DraftOutcome.No(refusal);
        var id = path.NameWithoutExtension;
        return DraftOutcome.From(
            ladder.Base is null
                ? page.Page(
                    _ => { },
                    link => Cells(ladder.Levels, id, page.Title, link),
                    new DraftFile(ladder.File.Source.Path, Listed(ladder.File, id), IsNew: false)
                )
                : page.Page(_ => { }, link => Additions(ladder, id, link))
        );
    }

    /// <summary>A cell for each level: the first to be written, the others saying so.</summary>
    public static string Cells(IReadOnlyList<Level> levels, string dimension, string title, string? link)
    {
        var text = new StringBuilder($"{Prompt.For("what grows from level to level here.")}\n");
        if (link is not null)
            text.Append($"\n{link}\n");
        text.Append(
            $$"""

            <!--
            Each level has a cell: a sentence that the matrix shows, then a list of what is new at that level. Each
            item is something that a colleague could see, and ends with an id that never changes:

            - Writes down … {#{{dimension}}.{{levels[0].Id}}.notes}

            'raises=' and the id of an earlier item says that this one takes it further. Where nothing is new, the
            sentence says 'No increase here: …', with the reason.
            -->

            """
        );
        foreach (var (index, level) in levels.Index())
        {
            var sentence =
                index == 0
                    ? Prompt.For($"what is expected at this level.")
                    : $"No increase here: {title} is still to be written.";
            text.Append($"\n## {level.Title} {{#{dimension}.{level.Id}}}\n\n{sentence}\n");
        }

        return text.ToString();
    }

    private static string Additions(Ladder ladder, string dimension, string? link) =>
        $$"""
            {{Prompt.For($"what this ladder adds to '{dimension}' of its base.")}}
            {{(link is null ? "" : $"\n{link}\n")}}
            <!--
            Only what is added is written, under the ids of the base's cells:

            ## {{ladder.Levels[0].Title}} {#{{dimension}}.{{ladder.Levels[0].Id}}}

            A sentence that says what is added.

            - Writes down … {#{{dimension}}.{{ladder.Levels[0].Id}}.our-notes}
            -->

            """;

    private static string? DimensionRefusal(Ladder ladder, SourcePath path)
    {
        var (id, folder) = (path.NameWithoutExtension, ladder.Folder.Append("dimensions"));
        if (path.Folder != folder)
            return $"The pages of dimensions lie in '{folder}': 'new dimension {folder.Append(id)}'.";
        if (!Regex.IsMatch(id, LevelList.IdPattern))
            return $"'{id}' cannot begin the ids of statements. Use letters, digits and '-'.";
        if (ladder.Base is not { } under || under.Dimensions.Any(d => d.Id == id))
            return null;
        return $"'{ladder.Id}' has the dimensions of '{under.Id}' and no others. Those that it adds nothing to yet: "
            + $"{string.Join(", ", ladder.Dimensions.Where(d => d.Overlay is null).Select(d => d.Id))}.";
    }

    /// <summary>The ladder's file with one dimension more at the end of its list, written as the others are.</summary>
    private static string Listed(LadderFile file, string id)
    {
        var text = file.Source.Text!.Value;
        if (file.Dimensions.Any(d => d.Value == id))
            return text;
        var last = file.Dimensions[^1].Span;
        var before = text[(text.LastIndexOf('\n', last.Start) + 1)..last.Start];
        if (before.TrimStart() is "- ")
            return text.Insert(last.End, $"\n{before}{id}");
        var isList = text[..last.Start].TrimEnd() is [.., '[' or ','];
        return isList
            ? text.Insert(last.End, $", {id}")
            : $"{text[..last.Start]}[{text[last.Start..last.End]}, {id}]{text[last.End..]}";
    }
}
