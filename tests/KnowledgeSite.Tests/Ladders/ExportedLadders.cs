using System.Buffers;
using KnowledgeSite.Ladders;

namespace KnowledgeSite.Tests.Ladders;

/// <summary>A ladder with everything that can cause problems in an export, and an overlay of it.</summary>
internal static class ExportedLadders
{
    public static IReadOnlyList<Ladder> All { get; } = Build();

    private static LadderSite Site =>
        LadderSite
            .Forked("scope", "craft")
            .Dimension(
                "ds",
                "scope",
                (
                    "junior",
                    "Works on a *task*, or “two”.\n\n- Closes a task a week. {#scope.junior.task}\n"
                        + "- =1+1 {#scope.junior.equals}\n- Writes \"quotes\", commas; and 日本語 🌳. "
                        + "{#scope.junior.quotes}\n\n::: examples\n- A report.\n:::\n\n::: anti-signals\n- Waits.\n"
                        + ":::"
                ),
                ("mid", "+x\n\n- Closes a feature a month. {#scope.mid.feature raises=scope.junior.task}"),
                ("senior", "@x\n\n- The quotes are expected no longer. {ends=scope.junior.quotes}"),
                ("staff", "No increase here: the area is as large."),
                ("manager", "Does not apply, because a manager builds nothing.")
            )
            .Dimension(
                "ds",
                "craft",
                ("junior", "'tis so."),
                ("mid", "'=1+1"),
                (
                    "senior",
                    "&minus;x\n\n- &#45;x {#craft.senior.minus}\n- &#9;x {#craft.senior.tab}\n"
                        + "- &lt;b&gt; &amp; _x0041_ and &#1; {#craft.senior.marks}"
                ),
                ("staff", "Teaches."),
                ("manager", "Hires.")
            )
            .Ladder("mle", "title: 'Machine learning: [engineering] / operations'\nextends: ds")
            .Dimension(
                "mle",
                "scope",
                (
                    "junior",
                    "With models.\n\n- Trains a model. {#scope.junior.model replaces=scope.junior.task}\n\n"
                        + "::: examples\n- A model card.\n:::"
                ),
                ("staff", "And yet more.")
            );

    public static IReadOnlyList<Ladder> Build() => Site.Build();

    public static string Findings()
    {
        var site = Site;
        site.Build();
        return site.Findings;
    }

    public static byte[] Written<T>(Action<T, IBufferWriter<byte>> write, T what)
    {
        var output = new ArrayBufferWriter<byte>();
        write(what, output);
        return output.WrittenSpan.ToArray();
    }
}
