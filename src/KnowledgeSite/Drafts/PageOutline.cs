using System.Text;
using KnowledgeSite.Content;

namespace KnowledgeSite.Drafts;

/// <summary>
/// What a kind of page usually says: a first sentence, then sections, each with advice for the author.
/// </summary>
internal sealed record PageOutline(string First, params IReadOnlyList<(string Heading, string Advice)> Sections)
{
    /// <summary>Null for a kind whose text is made of more than sections.</summary>
    public static PageOutline? Get(PageKind kind) =>
        kind switch
        {
            PageKind.Page => new("what a reader can do after reading this."),
            PageKind.Section => new(
                "what lies in this folder, and whom it is for.",
                (
                    "Where to begin",
                    "Name two or three pages, and who should open each of them first. All that lies here is "
                        + "listed below by itself."
                )
            ),
            PageKind.Ladder => new(
                "whom this ladder is for, and who decides about it.",
                ("How to read it", "What a cell says and what it leaves open, with a link to an example."),
                ("What is not in it", "What people will look for here and find elsewhere.")
            ),
            PageKind.Level => new(
                "what a person at this level answers for.",
                ("A story", "One piece of work, with a name, a number and what it came to."),
                ("Evidence", "Four or five things that somebody could show, each in a sentence."),
                ("Easily mistaken for it", "What looks like this level and is not, and why."),
                ("Where it leads", "The levels above, and what changes on the way there.")
            ),
            PageKind.Archetype => new(
                "where the work of such a person lies, and who asks for it.",
                ("Signs", "What somebody of this shape recognises in themselves."),
                ("A week", "Monday to Friday of one person, with what they decided on each day."),
                ("Traps", "What goes wrong when the shape is overdone, and how to notice.")
            ),
            PageKind.Stage => new(
                "what is settled here before the next stage may begin.",
                ("What it answers", "The question that is open at the start and closed at the end."),
                ("Questions to ask", "About five, each of which somebody can answer with a name, a number or a day."),
                ("What to hand over", "The one thing that the next stage begins with."),
                ("Signs that it was skipped", "What a colleague would notice weeks later.")
            ),
            PageKind.Role => new(
                "what the post is there for.",
                ("Mission", "Two sentences. If they cannot be written, it is too early to hire."),
                ("What it owns", "About ten things. Each has one owner, and this is where."),
                ("What it achieves", "After 90 days, half a year and a year: what can be seen then."),
                ("How anyone would tell", "Four to six measures, with targets of your own."),
                ("What it leaves to others", "Where the neighbouring posts begin.")
            ),
            PageKind.Glossary => new(
                "whose words these are.",
                (
                    "A first term {#a-first-term}",
                    "Below the heading one sentence of at most 40 words; its first use on each page leads "
                        + "here. Synonyms stand above it: 'Also called: a, b'. An abbreviation ends the heading in "
                        + "brackets."
                )
            )
            {
                Under = "what it means here, in a sentence.",
            },
            _ => null,
        };

    /// <summary>What stands under each heading until the author writes it; null where that may be empty.</summary>
    private string? Under { get; init; }

    public string Text(string? link)
    {
        var text = new StringBuilder($"{Prompt.For(First)}\n");
        if (link is not null)
            text.Append($"\n{link}\n");
        foreach (var (heading, advice) in Sections)
            text.Append($"\n## {heading}\n{(Under is null ? "" : $"\n{Prompt.For(Under)}\n")}\n<!-- {advice} -->\n");
        return text.ToString();
    }
}
