using KnowledgeSite.Diagnostics;
using KnowledgeSite.Sources;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Sources;

public sealed class FolderTreeTests
{
    [Fact]
    public void A_page_whose_name_begins_with_a_dot_is_left_out_with_a_message()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { ".NET.md", ".gitignore", "index.md" }) File.WriteAllText(folder.Combine(name), "Text.");
        var diagnostics = new DiagnosticBag();
        Assert.Equal(["index.md"], new FolderTree(folder.Root).List(diagnostics).Select(p => p.Value));
        Assert.Equal([".NET.md"], diagnostics.Sorted().Where(d => d.Rule == FlavorRules.HiddenPage).Select(d => d.Location!.Path.Value));
    }
}
