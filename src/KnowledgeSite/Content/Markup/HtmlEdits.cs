using System.Text;

namespace KnowledgeSite.Content.Markup;

/// <summary>Carries out a list of edits, moving the slots along.</summary>
internal static class HtmlEdits
{
    public static BodyHtml Apply(string html, IReadOnlyList<BodySlot> slots, List<HtmlEdit> edits)
    {
        if (edits.Count == 0) return BodyHtml.Of(html, slots);
        var (result, moved, done, next) = (new StringBuilder(html.Length), new List<BodySlot>(), 0, 0);

        // A stable sort: of two edits at one place the one found first comes first.
        foreach (var edit in edits.OrderBy(e => e.Start))
        {
            if (edit.Start < done) continue;
            CopyUpTo(edit.Start);
            result.Append(edit.Text);
            if (edit.Slot is { } slot) moved.Add(slot with { Position = result.Length });
            done = edit.Start + edit.Length;
            while (next < slots.Count && slots[next].Position < done) next++;
        }

        CopyUpTo(html.Length);
        return BodyHtml.Of(result.ToString(), moved);

        void CopyUpTo(int end)
        {
            for (; next < slots.Count && slots[next].Position <= end; next++)
            {
                result.Append(html, done, slots[next].Position - done);
                done = slots[next].Position;
                moved.Add(slots[next] with { Position = result.Length });
            }

            result.Append(html, done, end - done);
            done = end;
        }
    }
}
