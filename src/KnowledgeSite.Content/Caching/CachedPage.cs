using KnowledgeSite.Caching;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Caching;

/// <summary>
/// Writes a parsed page to a cache and reads it. The file of the page is not part of it, and neither is code that the
/// page shows from other files.
/// </summary>
internal static class CachedPage
{
    public static void Write(CacheWriter writer, Page page)
    {
        CachedFrontMatter.Write(writer, page.FrontMatter);
        writer.Write(page.Title);
        writer.Write(page.Summary);
        Write(writer, page.Body);
        writer.WriteList(page.Outline, Write);
        writer.WriteList(page.Cells, Write);
        writer.Write(page.TitleSpan);
        writer.WriteOptional(page.Handouts, Write);
        writer.WriteList(page.Terms, Write);
    }

    public static Page Read(CacheReader reader, SourceFile source) =>
        new(
            Source: source,
            FrontMatter: CachedFrontMatter.Read(reader),
            Title: reader.ReadText(),
            Summary: reader.ReadOptionalText(),
            Body: ReadBody(reader),
            Outline: reader.ReadList(ReadHeading),
            Cells: reader.ReadList(ReadCell)
        )
        {
            TitleSpan = reader.ReadSpan(),
            Handouts = reader.ReadOptional(r => new HandoutBodies(ReadBody(r), ReadBody(r))),
            Terms = reader.ReadList(ReadTerm),
        };

    /// <summary>
    /// The key of everything that other pages may show of a page, except its text and the positions in its file.
    /// </summary>
    public static CacheKey FactsOf(Page page, CacheWriter writer)
    {
        writer.Clear();
        writer.Write("facts");
        CachedFrontMatter.Write(writer, page.FrontMatter);
        writer.Write(page.Title);
        writer.Write(page.Summary);
        writer.WriteOptional(page.Body.Title, Write);
        writer.Write(page.Body.HoldsTitle);
        writer.WriteList(page.Body.Links, WriteFacts);
        writer.WriteTexts(page.Body.Ids);
        writer.WriteTexts([.. page.Body.Citations.Select(c => c.Source.Value)]);
        writer.WriteTexts(page.Body.Labels);
        writer.WriteList(page.Body.EquationIds, Write);
        writer.WriteList(page.Outline, Write);
        writer.WriteList(page.Cells, Write);
        writer.WriteList(page.Terms, Write);
        writer.Write(page.Handouts is not null);
        return CacheKey.Compute(writer);
    }

    private static void Write(CacheWriter writer, HandoutBodies handouts)
    {
        Write(writer, handouts.Participant);
        Write(writer, handouts.Facilitator);
    }

    private static void Write(CacheWriter writer, PageBody body)
    {
        writer.WriteOptional(body.Title, Write);
        writer.Write(body.HoldsTitle);
        Write(writer, body.Html);
        writer.WriteList(body.Links, Write);
        writer.WriteTexts(body.Ids);
        writer.Write(body.MarkdownStart);
        writer.WriteList(body.Citations, Write);
        writer.WriteList(body.Comments, CachedParts.Write);
        writer.WriteTexts(body.Labels);
        writer.WriteList(body.EquationIds, Write);
    }

    private static PageBody ReadBody(CacheReader reader) =>
        new(
            Title: reader.ReadOptional(r => new TitleHeading(r.ReadText(), r.ReadText(), r.ReadText())),
            HoldsTitle: reader.ReadBool(),
            Html: ReadHtml(reader),
            Links: reader.ReadList(ReadLink),
            Ids: reader.ReadTexts(),
            MarkdownStart: reader.ReadInt()
        )
        {
            Citations = reader.ReadList(r => new PageCitation(CachedParts.ReadLocatedText(r), r.ReadOptionalText())),
            Comments = reader.ReadList(CachedParts.ReadSpan),
            Labels = reader.ReadTexts(),
            EquationIds = reader
                .ReadList(r => KeyValuePair.Create(r.ReadText(), r.ReadText()))
                .ToDictionary(StringComparer.Ordinal),
        };

    private static void Write(CacheWriter writer, TitleHeading title)
    {
        writer.Write(title.Id);
        writer.Write(title.Html);
        writer.Write(title.Text);
    }

    private static void Write(CacheWriter writer, BodyHtml html)
    {
        writer.Write(html.Utf8);
        writer.WriteList(html.Slots, Write);
    }

    private static BodyHtml ReadHtml(CacheReader reader) =>
        new(reader.ReadBytes(), reader.ReadList(r => new BodySlot(r.ReadInt(), r.ReadInt(), (SlotContent)r.ReadInt())));

    private static void Write(CacheWriter writer, BodySlot slot)
    {
        writer.Write(slot.Position);
        writer.Write(slot.Link);
        writer.Write((int)slot.Content);
    }

    private static void Write(CacheWriter writer, PageLink link)
    {
        WriteFacts(writer, link);
        writer.Write(link.Span);
    }

    /// <summary>Writes a link without its position in the file.</summary>
    private static void WriteFacts(CacheWriter writer, PageLink link)
    {
        writer.Write((int)link.Form);
        writer.Write(link.Target);
        writer.Write(link.Label);
        writer.Write(link.IsEmpty);
        writer.Write(link.Captions);
        writer.Write(link.Poster);
        writer.Write(link.Size?.Width);
        writer.Write(link.Size?.Height);
    }

    private static PageLink ReadLink(CacheReader reader) =>
        new((LinkForm)reader.ReadInt(), reader.ReadText(), default)
        {
            Label = reader.ReadOptionalText(),
            IsEmpty = reader.ReadBool(),
            Captions = reader.ReadOptionalInt(),
            Poster = reader.ReadOptionalInt(),
            Size = ReadSize(reader.ReadOptionalInt(), reader.ReadOptionalInt()),
            Span = reader.ReadSpan(),
        };

    private static ImageSize? ReadSize(int? width, int? height) => width is { } w ? new(w, height) : null;

    private static void Write(CacheWriter writer, PageCitation citation)
    {
        CachedParts.WriteText(writer, citation.Source);
        writer.Write(citation.Place);
    }

    private static void Write(CacheWriter writer, KeyValuePair<string, string> equation)
    {
        writer.Write(equation.Key);
        writer.Write(equation.Value);
    }

    private static void Write(CacheWriter writer, Heading heading)
    {
        writer.Write(heading.Level);
        writer.Write(heading.Id);
        writer.Write(heading.Text);
    }

    private static Heading ReadHeading(CacheReader reader) =>
        new(reader.ReadInt(), reader.ReadText(), reader.ReadText());

    private static void Write(CacheWriter writer, WrittenCell cell)
    {
        CachedParts.WriteText(writer, cell.Id);
        writer.Write(cell.Heading);
        writer.WriteOptional(cell.Summary, Write);
        writer.WriteList(cell.Signals, Write);
        writer.WriteList(cell.Examples, Write);
        writer.WriteList(cell.AntiSignals, Write);
        writer.Write(cell.Allows);
        writer.WriteTexts(cell.Was);
    }

    private static WrittenCell ReadCell(CacheReader reader) =>
        new(
            CachedParts.ReadLocatedText(reader),
            reader.ReadText(),
            reader.ReadOptional(ReadStatement),
            reader.ReadList(ReadSignal),
            reader.ReadList(ReadStatement),
            reader.ReadList(ReadStatement),
            reader.ReadOptionalText(),
            reader.ReadTexts()
        );

    private static void Write(CacheWriter writer, WrittenSignal signal)
    {
        writer.WriteLocated(signal.Id);
        writer.WriteLocated(signal.Raises);
        writer.WriteLocated(signal.Ends);
        writer.WriteLocated(signal.Replaces);
        writer.WriteTexts(signal.Was);
        writer.Write(signal.Allows);
        Write(writer, signal.Statement);
        writer.Write(signal.Span);
    }

    private static WrittenSignal ReadSignal(CacheReader reader) =>
        new(
            reader.ReadLocated(),
            reader.ReadLocated(),
            reader.ReadLocated(),
            reader.ReadLocated(),
            reader.ReadTexts(),
            reader.ReadOptionalText(),
            ReadStatement(reader),
            reader.ReadSpan()
        );

    private static void Write(CacheWriter writer, Statement statement)
    {
        writer.Write(statement.Text);
        Write(writer, statement.Html);
    }

    private static Statement ReadStatement(CacheReader reader) => new(reader.ReadText(), ReadHtml(reader));

    private static void Write(CacheWriter writer, WrittenTerm term)
    {
        CachedParts.WriteText(writer, term.Id);
        CachedParts.WriteText(writer, term.Name);
        writer.Write(term.Abbreviation);
        writer.WriteLocated(term.AlsoCalled);
        writer.WriteLocated(term.NotLinked);
        writer.Write(term.Definition);
    }

    private static WrittenTerm ReadTerm(CacheReader reader) =>
        new(
            CachedParts.ReadLocatedText(reader),
            CachedParts.ReadLocatedText(reader),
            reader.ReadOptionalText(),
            reader.ReadLocatedTexts(),
            reader.ReadLocatedTexts(),
            reader.ReadOptionalText()
        );
}
