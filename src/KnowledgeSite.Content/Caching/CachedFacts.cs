using KnowledgeSite.Caching;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Caching;

/// <summary>Writes the front matter keys of one kind of page to a cache and reads them.</summary>
internal static class CachedFacts
{
    private enum FactsType
    {
        Archetype,
        Role,
        Workshop,
        Document,
    }

    public static void Write(CacheWriter writer, KindFacts facts)
    {
        switch (facts)
        {
            case ArchetypeFacts archetype:
                writer.Write((int)FactsType.Archetype);
                writer.WriteLocated(archetype.Ladder);
                writer.WriteLocated(archetype.From);
                writer.WriteList(archetype.Shows, Write);
                break;
            case RoleFacts role:
                writer.Write((int)FactsType.Role);
                writer.WriteLocated(role.Ladder);
                writer.WriteLocated(role.Requires);
                break;
            case WorkshopFacts workshop:
                writer.Write((int)FactsType.Workshop);
                Write(writer, workshop);
                break;
            case DocumentFacts document:
                writer.Write((int)FactsType.Document);
                Write(writer, document);
                break;
            default:
                throw new NotSupportedException($"A cache does not know {facts.GetType().Name}.");
        }
    }

    public static KindFacts Read(CacheReader reader) =>
        (FactsType)reader.ReadInt() switch
        {
            FactsType.Archetype => new ArchetypeFacts(
                reader.ReadLocated(),
                reader.ReadLocated(),
                reader.ReadList(r => (CachedParts.ReadLocatedText(r), r.ReadText()))
            ),
            FactsType.Role => new RoleFacts(reader.ReadLocated(), reader.ReadLocatedTexts()),
            FactsType.Workshop => ReadWorkshop(reader),
            _ => ReadDocument(reader),
        };

    private static void Write(CacheWriter writer, (Located<string> Key, string Text) sentence)
    {
        CachedParts.WriteText(writer, sentence.Key);
        writer.Write(sentence.Text);
    }

    private static void Write(CacheWriter writer, WorkshopFacts workshop)
    {
        writer.WriteLocated(workshop.Purpose);
        writer.WriteLocated(workshop.Outcome);
        writer.WriteLocated(workshop.For);
        writer.WriteLocated(workshop.Group);
        writer.WriteLocated(workshop.Duration);
        writer.WriteLocated(workshop.Materials);
        writer.WriteLocated(workshop.Room);
        writer.WriteLocated(workshop.Preparation);
        writer.WriteList(workshop.Agenda, Write);
        writer.WriteLocated(workshop.Ladder);
        writer.WriteLocated(workshop.Serves);
        writer.WriteLocated(workshop.Pages);
        writer.WriteLocated(workshop.GuidePages);
        writer.WriteLocated(workshop.Version);
        writer.WriteTexts(workshop.Refused);
    }

    private static WorkshopFacts ReadWorkshop(CacheReader reader) =>
        new(
            Purpose: reader.ReadLocated(),
            Outcome: reader.ReadLocated(),
            For: reader.ReadLocated(),
            Group: reader.ReadLocated(),
            Duration: reader.ReadLocatedInt(),
            Materials: reader.ReadLocatedTexts(),
            Room: reader.ReadLocated(),
            Preparation: reader.ReadLocatedTexts(),
            Agenda: reader.ReadList(ReadStep),
            Ladder: reader.ReadLocated(),
            Serves: reader.ReadLocatedTexts(),
            Pages: reader.ReadLocatedInt(),
            GuidePages: reader.ReadLocatedInt(),
            Version: reader.ReadLocated()
        )
        {
            Refused = reader.ReadTexts().ToHashSet(),
        };

    private static void Write(CacheWriter writer, WrittenStep step)
    {
        writer.WriteLocated(step.Minutes);
        writer.WriteLocated(step.Title);
        writer.Write(step.What);
        writer.Write(step.Lead);
        writer.Write(step.IsBreak);
        writer.Write(step.Span);
        writer.Write(step.HasWrongMinutes);
    }

    private static WrittenStep ReadStep(CacheReader reader) =>
        new(
            reader.ReadLocatedInt(),
            reader.ReadLocated(),
            reader.ReadOptionalText(),
            reader.ReadOptionalText(),
            reader.ReadBool(),
            reader.ReadSpan()
        )
        {
            HasWrongMinutes = reader.ReadBool(),
        };

    private static void Write(CacheWriter writer, DocumentFacts document)
    {
        writer.Write((int?)document.For);
        writer.WriteLocated(document.Ladders);
        writer.WriteLocated(document.Tracks);
        writer.WriteLocated(document.Levels);
        writer.WriteLocated(document.Name);
        writer.WriteLocated(document.Description);
        writer.WriteLocated(document.Pages);
        writer.WriteTexts(document.Refused);
    }

    private static DocumentFacts ReadDocument(CacheReader reader) =>
        new(
            (DocumentSubject?)reader.ReadOptionalInt(),
            reader.ReadLocatedTexts(),
            reader.ReadLocatedTexts(),
            reader.ReadLocatedTexts(),
            reader.ReadLocated(),
            reader.ReadLocated(),
            reader.ReadLocatedInt()
        )
        {
            Refused = reader.ReadTexts().ToHashSet(),
        };
}
