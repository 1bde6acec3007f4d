using KnowledgeSite.Sources;

namespace KnowledgeSite.BrowserTests.Ladders;

/// <summary>The smallest ladder: one level in one dimension, without tracks and codes.</summary>
public sealed class LadderOfOne : ServedSite
{
    public string Matrix => At("/ladders/one/matrix/");

    private protected override ISourceTree Input { get; } =
        MemoryTree.OfText(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["site.yaml"] = "title: One",
                ["index.md"] = "# One",
                ["ladders/one/ladder.yaml"] =
                    "title: One\ndimensions: [work]\nlevels:\n  - {id: member, title: Member}\n",
                ["ladders/one/dimensions/work.md"] =
                    "---\ntitle: Work\nkind: dimension\n---\n## Member {#work.member}\n\nDoes the agreed work.\n\n"
                    + "- Asks before a day is lost. {#work.member.ask}\n",
            }
        );
}
