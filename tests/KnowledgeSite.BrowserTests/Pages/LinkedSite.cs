using KnowledgeSite.Sources;

namespace KnowledgeSite.BrowserTests.Pages;

/// <summary>A small site with a glossary, a bibliography and included text.</summary>
public sealed class LinkedSite : ServedSite
{
    private protected override ISourceTree Input { get; } = MemoryTree.OfText(Files);

    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["site.yaml"] = "title: Linked",
        ["index.md"] = "# Linked\n\n[Page](page.md), [more](more.md), [words](glossary.md), [tour](tour.md).",
        ["glossary.md"] = """
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
            """,
        ["page.md"] = """
            # Page

            An AUC says little about cost. People look for [drift](glossary.md#drift) first.

            Further down a feature store has its place [@book, p. 4; @talk].[^ours]

            ![[more#part]]

            [^ours]: The example is ours [@book].
            """,
        ["more.md"] =
            "---\nredirect_from: [/older/]\n---\n# More\n\nNothing of it.\n\n## Part {#part was=piece}\n\n"
            + "See [the page](page.md) and [above](#more).\n\n### Deeper\n\nText.",
        ["tour.md"] = """
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
            """,
        ["sources.yaml"] = """
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
            """,
    };
}
