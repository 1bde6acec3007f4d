using KnowledgeSite.Diagnostics;
using KnowledgeSite.Sources;

namespace KnowledgeSite.BrowserTests;

/// <summary>
/// A small site with a glossary, a bibliography and included text, written to a folder, built and served.
/// </summary>
public sealed class LinkedSite : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "knowledgesite-" + Guid.NewGuid().ToString("N"));
    private SiteServer? _server;

    /// <summary>The finished site on the disk.</summary>
    public string OnDisk(string path) => "file://" + Path.Combine(_folder, "output") + path;

    public string At(string path) => _server!.Address + path;

    public async Task InitializeAsync()
    {
        var (input, output) = (Path.Combine(_folder, "input"), Path.Combine(_folder, "output"));
        Directory.CreateDirectory(input);
        foreach (var (name, text) in Files)
            File.WriteAllText(Path.Combine(input, name), text);
        var options = new BuildOptions(
            input,
            output,
            Strict: true,
            new Uri("https://kb.example/"),
            new DateOnly(2026, 11, 20)
        );
        var result = await new SiteBuild(options, new FolderTree(input), new Theme.Theme()).RunAsync(
            check: true,
            null,
            CancellationToken.None
        );
        Assert.Equal([], result.Diagnostics.Where(d => d.Severity > Severity.Info).Select(d => d.Message));
        _server = await SiteServer.StartAsync(output);
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static readonly (string Name, string Text)[] Files =
    [
        ("site.yaml", "title: Linked"),
        ("index.md", "# Linked\n\n[Page](page.md), [more](more.md), [words](glossary.md), [tour](tour.md)."),
        (
            "glossary.md",
            """
            ---
            kind: glossary
            title: Glossary
            ---
            Words of this house.

            ## Area under the curve (AUC) {#auc}

            Also called: ROC AUC

            How often a model ranks a case above a non-case.

            ## Drift {#drift}

            Data that is no longer what it was.

            ## Feature store {#feature-store}

            Keeps features for training and serving.
            """
        ),
        (
            "page.md",
            """
            # Page

            An AUC says little about cost. People look for [drift](glossary.md#drift) first.

            Further down a feature store has its place [@book, p. 4; @talk].[^ours]

            ![[more#part]]

            [^ours]: The example is ours [@book].
            """
        ),
        (
            "more.md",
            "---\nredirect_from: [/older/]\n---\n# More\n\nNothing of it.\n\n## Part {#part was=piece}\n\n"
                + "See [the page](page.md) and [above](#more).\n\n### Deeper\n\nText."
        ),
        (
            "tour.md",
            """
            ---
            kind: stage
            description: Where to go, and in which order.
            ---
            # Tour

            First [the page](page.md), then [its neighbour](more.md#part), where people watch for
            [drift](glossary.md#drift). The way back to [the beginning](index.md) is short.

            Not a way on: [this very page](tour.md#further) and [elsewhere](https://elsewhere.invalid/).

            ## Further

            Read [the page with a name so long that it takes more than a line of the text, however wide the window of
            the reader may be](page.md) again.
            """
        ),
        (
            "sources.yaml",
            """
            - id: book
              title: A book
              author: Some Body
              year: 2021
              form: book
              url: https://book.example/
              note: All of it, see [the page](page.md).
            - id: talk
              title: A talk
              form: talk
            """
        ),
    ];
}
