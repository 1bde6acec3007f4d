using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Search;

/// <summary>The front matter of a workshop is shown on its page, so search finds it.</summary>
public sealed class WorkshopSearchTests
{
    private static readonly Lazy<SearchedSite> Site = new(() =>
        SearchedSite.Create(
            (
                "talk.md",
                """
                ---
                kind: workshop
                title: Talk
                purpose: To see the hummingbird.
                outcome: A list of kingfishers.
                for: Ornithologists
                group: 3 to 9
                duration: 20
                room: A hide
                materials: [Binoculars]
                preparation: [Buy the cake.]
                agenda:
                  - minutes: 20
                    title: Watch
                    what: Everyone sits in the reeds.
                    lead: the heron
                ---
                The text of all.

                ## After

                Later.
                """
            ),
            ("other.md", "# Other\n\nText.\n")
        )
    );

    [Theory]
    [InlineData("hummingbird", "/talk/")]
    [InlineData("kingfishers", "/talk/")]
    [InlineData("ornithologists", "/talk/")]
    [InlineData("binoculars", "/talk/")]
    [InlineData("cake", "/talk/")]
    [InlineData("reeds", "/talk/#site:agenda")]
    [InlineData("heron", "/talk/#site:agenda")]
    [InlineData("later", "/talk/#after")]
    [InlineData("\"sits in the reeds\"", "/talk/#site:agenda")]
    public void A_fact_or_a_step_finds_the_workshop(string query, string address) =>
        Assert.Equal(address, Site.Value.Addresses(query)[0]);
}
