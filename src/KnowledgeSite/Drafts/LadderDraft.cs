using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.Ladders;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Drafts;

/// <summary>
/// Creates the draft of a ladder with its page and its <c>ladder.yaml</c>: either with two levels and one dimension, or
/// as an extension of another ladder.
/// </summary>
internal static class LadderDraft
{
    private const string Dimension = "craft";

    public static DraftOutcome Write(PageDraft page, Site? site, DraftRequest request, SourcePath path)
    {
        if (Refusal(site, request, path.Folder) is { } refusal)
            return DraftOutcome.Refuse(refusal);
        var text = PageOutline.Get(PageKind.Ladder)!.Text;
        var file = path.Folder.Append(LadderFile.FileName);
        return DraftOutcome.From(
            request.Extends is { } under
                ? page.Page(_ => { }, text, new DraftFile(file, Overlay(page.Title, under), IsNew: true))
                : page.Page(
                    _ => { },
                    text,
                    new(file, Standalone(page.Title), IsNew: true),
                    new(path.Folder.Append("dimensions").Append($"{Dimension}.md"), Craft(), IsNew: true)
                )
        );
    }

    private static string? Refusal(Site? site, DraftRequest request, SourcePath folder)
    {
        var ladders = site?.Ladders.Select(l => l.Ladder).ToList() ?? [];
        if (folder.IsRoot)
            return "A ladder is named after its folder. Give a folder, such as 'ladders/design'.";
        if (ladders.Find(l => l.Id == folder.FileName) is { } same)
            return $"The name '{same.Id}' is taken by the ladder in '{same.Folder}'. Choose another folder.";
        var bases = ladders.Where(l => l.Base is null).Select(l => l.Id).ToList();
        return request.Extends is { } under && !bases.Contains(under)
            ? $"There is no ladder '{under}' that can be extended.{SuggestionIndex.DidYouMean(under, bases)}"
            : null;
    }

    private static string Overlay(string title, string under) =>
        new FrontMatterWriter()
            .Set(LadderKeys.Title, title)
            .Set(LadderKeys.Description, null)
            .Set(LadderKeys.Extends, under)
            .Line($"# {LadderKeys.Levels.Name}:  # only levels that differ from the base, by their ids")
            .Line("#   - id: …")
            .Line("#     title: …")
            .AsFile();

    private static string Standalone(string title)
    {
        var file = new FrontMatterWriter()
            .Set(LadderKeys.Title, title)
            .Set(LadderKeys.Description, null)
            .Lists(LadderKeys.Dimensions, [Dimension], [])
            .Line($"{LadderKeys.Levels.Name}:");
        Level(file, "junior", "Junior", ["senior"]);
        Level(file, "senior", "Senior", []);
        return file.AsFile();
    }

    private static void Level(FrontMatterWriter file, string id, string title, IReadOnlyList<string> next) =>
        file.Line($"  - {LevelKeys.Id.Name}: {id}")
            .Line($"    {LevelKeys.Title.Name}: {title}")
            .Line($"    {LevelKeys.Track.Name}: shared")
            .Line($"    {LevelKeys.Next.Name}: {YamlText.List(next)}")
            .Line($"    # {LevelKeys.Reach.Name}: {LevelKeys.Reach.Description}")
            .Line($"    # {LevelKeys.Horizon.Name}: {LevelKeys.Horizon.Description}")
            .Line($"    # {LevelKeys.Direction.Name}: {LevelKeys.Direction.Description}");

    private static string Craft() =>
        new FrontMatterWriter()
            .Set(FrontMatterKeys.Title, "Craft")
            .Set(FrontMatterKeys.Description, null)
            .Set(FrontMatterKeys.Kind, "dimension")
            .AsFrontMatter()
        + $$"""
            {{Prompt.For("how well the work is done.")}} The [ladder](../index.md) describes the levels.

            ## Junior {#craft.junior}

            {{Prompt.For("what a person does in the first year.")}}

            <!-- - Writes down … {#craft.junior.notes} -->

            ## Senior {#craft.senior}

            {{Prompt.For("what a person does without being asked.")}}

            <!-- - Hands over … {#craft.senior.handover raises=craft.junior.notes} -->

            """;
}

/// <summary>Creates the drafts of dimension and level pages, which are part of a ladder.</summary>
internal static class DimensionScaffold
{
    /// <summary>The reason why a page of a level cannot be created, or null if it can.</summary>
    public static string? LevelRefusal(Ladder ladder, SourcePath path)
    {
        var id = path.NameWithoutExtension;
        var folder = ladder.Folder.Append("levels");
        var open = ladder.Levels.Where(l => !ladder.LevelPages.ContainsKey(l.Id)).Select(l => l.Id).ToList();
        var choice =
            open.Count == 0 ? "All its levels have pages." : $"Levels without a page: {string.Join(", ", open)}.";
        if (path.Folder != folder)
            return $"Pages of levels belong in '{folder}', with the id of the level as file name. {choice}";
        if (ladder.Levels.Any(l => l.Id == id))
            return null;
        return ladder.Base is { } baseLadder
            ? $"'{id}' is not a level of '{ladder.Id}', which has the levels of '{baseLadder.Id}'. {choice}"
            : $"'{id}' is not a level of '{ladder.Id}'. Add it under 'levels:' in {ladder.File.Source.Path} "
                + "and to 'next' of the level below, add a cell to each page in "
                + $"'{ladder.Folder.Append("dimensions")}', then run this command again. {choice}";
    }

    public static DraftOutcome Dimension(PageDraft page, Ladder ladder, SourcePath path)
    {
        if (DimensionRefusal(ladder, path) is { } refusal)
            return DraftOutcome.Refuse(refusal);
        var id = path.NameWithoutExtension;
        return DraftOutcome.From(
            ladder.Base is null
                ? page.Page(
                    _ => { },
                    link => Cells(ladder.Levels, id, page.Title, link),
                    new DraftFile(ladder.File.Source.Path, AddToList(ladder.File, id), IsNew: false)
                )
                : page.Page(_ => { }, link => Additions(ladder, id, link))
        );
    }

    /// <summary>
    /// The cells of a new dimension, one for each level. The first has a placeholder, the others state that nothing
    /// increases yet.
    /// </summary>
    public static string Cells(IReadOnlyList<Level> levels, string dimension, string title, string? link)
    {
        var text = new StringBuilder($"{Prompt.For("what increases from level to level.")}\n");
        if (link is not null)
            text.Append($"\n{link}\n");
        text.Append(
            $$"""

            <!--
            Each level has a cell: a sentence that the matrix shows, then a list of what is new at that level. Each
            item is something that a colleague can observe, and ends with an id that never changes:

            - Writes down … {#{{dimension}}.{{levels[0].Id}}.notes}

            'raises=' with the id of an earlier item states that this item extends it. If nothing is new, write the
            sentence 'No increase here: …' with the reason.
            -->

            """
        );
        foreach (var (index, level) in levels.Index())
        {
            var sentence =
                index == 0
                    ? Prompt.For($"what is expected at this level.")
                    : $"No increase here: {title} is not written yet.";
            text.Append($"\n## {level.Title} {{#{dimension}.{level.Id}}}\n\n{sentence}\n");
        }

        return text.ToString();
    }

    private static string Additions(Ladder ladder, string dimension, string? link) =>
        $$"""
            {{Prompt.For($"what this ladder adds to '{dimension}' of its base.")}}
            {{(link is null ? "" : $"\n{link}\n")}}
            <!--
            Write only what this ladder adds, under the ids of the base's cells:

            ## {{ladder.Levels[0].Title}} {#{{dimension}}.{{ladder.Levels[0].Id}}}

            A sentence that summarises the addition.

            - Writes down … {#{{dimension}}.{{ladder.Levels[0].Id}}.our-notes}
            -->

            """;

    private static string? DimensionRefusal(Ladder ladder, SourcePath path)
    {
        var id = path.NameWithoutExtension;
        var folder = ladder.Folder.Append("dimensions");
        if (path.Folder != folder)
            return $"Pages of dimensions belong in '{folder}'. Use 'new dimension {folder.Append(id)}'.";
        if (!Regex.IsMatch(id, LevelList.IdPattern))
            return $"'{id}' is not a valid id for a dimension. Use letters, digits and '-'.";
        if (ladder.Base is not { } baseLadder || baseLadder.Dimensions.Any(d => d.Id == id))
            return null;
        return $"'{ladder.Id}' can only extend the dimensions of '{baseLadder.Id}'. Those that it does not extend yet: "
            + $"{string.Join(", ", ladder.Dimensions.Where(d => d.Overlay is null).Select(d => d.Id))}.";
    }

    /// <summary>
    /// The text of the ladder's file with the dimension added to the end of its list, in the style of the list.
    /// </summary>
    private static string AddToList(LadderFile file, string id)
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
