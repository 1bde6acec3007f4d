using System.Text;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Crawl;

/// <summary>The same pages give the same bytes in any folder.</summary>
[Collection(nameof(BuiltSite))]
public sealed class ReproducibilityTests(BuiltSite site)
{
    [Fact]
    public void Two_builds_from_two_places_give_the_same_bytes()
    {
        var here = BuiltSite.Files(site.AtRoot);
        var there = BuiltSite.Files(site.Copied);
        Assert.Equal(here.Keys.Order(StringComparer.Ordinal), there.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(here.Where(f => !f.Value.AsSpan().SequenceEqual(there[f.Key])).Select(f => f.Key));
    }

    [Fact]
    public void No_file_contains_the_path_where_it_was_built()
    {
        string[] places = [site.Temporary, Repository.Root];
        foreach (var (name, bytes) in BuiltSite.Files(site.AtRoot))
            Assert.True(
                Array.Find(places, p => Encoding.UTF8.GetString(bytes).Contains(p, StringComparison.Ordinal)) is null,
                name
            );
    }

    [Fact]
    public void Every_text_is_utf8_with_plain_line_ends()
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        foreach (
            var (name, bytes) in BuiltSite
                .Files(site.AtRoot)
                .Where(f =>
                    Path.GetExtension(f.Key) is ".html" or ".css" or ".js" or ".json" or ".xml" or ".txt" or ".md" or ""
                )
        )
        {
            Assert.False(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble), name);
            Assert.DoesNotContain("\r", strict.GetString(bytes), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Names_of_assets_contain_a_hash_of_their_content()
    {
        foreach (
            var (name, bytes) in BuiltSite
                .Files(site.AtRoot)
                .Where(f => f.Key.StartsWith("assets/", StringComparison.Ordinal))
        )
            Assert.Contains(
                Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..10],
                name,
                StringComparison.Ordinal
            );
    }
}
