using KnowledgeSite.SiteModel;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.SiteModel;

/// <summary>
/// Compares the table of reserved URLs with the output of a build. A new generated file must be added to the table.
/// </summary>
public sealed class ReservedAddressTests
{
    [Fact]
    public void Every_generated_file_at_a_fixed_address_is_reserved()
    {
        var site = new TestSite()
            .With("site.yaml", "title: Test\nbase_url: https://kb.example/\ncards: true\noffline: true\n")
            .With("index.md", "---\ntags: [a]\n---\n# Home\n\nText.\n");
        var files = site.Build()
            .Files.Select(f => f.Path)
            .Where(p => !p.IsPage && !p.Value.EndsWith("/index.md", StringComparison.Ordinal));
        Assert.Equal(
            [],
            files
                .Where(p => ReservedAddresses.PurposeOf(p) is null && !ReservedAddresses.IsInOwnFolder(p))
                .Select(p => p.Value)
        );
    }

    [Theory]
    [InlineData("/sw.js", false)]
    [InlineData("/search/search.js", false)]
    [InlineData("/api/cards/x.png", false)]
    [InlineData("/_headers", false)]
    [InlineData("/robots.txt", true)]
    [InlineData("/CNAME", true)]
    [InlineData("/_routes.json", true)]
    public void Only_some_are_replaced_by_a_file_that_the_settings_name(string address, bool replaceable) =>
        Assert.Equal(replaceable, ReservedAddresses.MayBeReplaced(new(address)));
}
