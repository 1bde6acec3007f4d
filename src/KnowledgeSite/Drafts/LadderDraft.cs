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
            ? $"There is no ladder '{under}' that can be extended.{Suggestion.DidYouMean(under, bases)}"
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
