using KnowledgeSite.Caching;
using KnowledgeSite.Files;

namespace KnowledgeSite.Content.Caching;

/// <summary>Writes small values that are common in pages to a cache and reads them.</summary>
internal static class CachedParts
{
    public static void Write(this CacheWriter writer, SourceSpan span)
    {
        writer.Write(span.Start);
        writer.Write(span.Length);
    }

    public static SourceSpan ReadSpan(this CacheReader reader) => new(reader.ReadInt(), reader.ReadInt());

    public static void Write(this CacheWriter writer, DateOnly? date) => writer.Write(date?.DayNumber);

    public static DateOnly? ReadOptionalDate(this CacheReader reader) =>
        reader.ReadOptionalInt() is { } day ? DateOnly.FromDayNumber(day) : null;

    public static void WriteTexts(this CacheWriter writer, IReadOnlyCollection<string> texts) =>
        writer.WriteList(texts, (w, text) => w.Write(text));

    public static string[] ReadTexts(this CacheReader reader) => reader.ReadList(r => r.ReadText());

    public static void WriteLocated(this CacheWriter writer, Located<string>? text) =>
        writer.WriteOptional(text, WriteText);

    public static Located<string>? ReadLocated(this CacheReader reader) => reader.ReadOptional(ReadLocatedText);

    public static void WriteLocated(this CacheWriter writer, Located<int>? number) =>
        writer.WriteOptional(
            number,
            (w, n) =>
            {
                w.Write(n.Value);
                w.Write(n.Span);
            }
        );

    public static Located<int>? ReadLocatedInt(this CacheReader reader) =>
        reader.ReadOptional(r => new Located<int>(r.ReadInt(), r.ReadSpan()));

    public static void WriteLocated(this CacheWriter writer, IReadOnlyCollection<Located<string>> texts) =>
        writer.WriteList(texts, WriteText);

    public static Located<string>[] ReadLocatedTexts(this CacheReader reader) => reader.ReadList(ReadLocatedText);

    public static void WriteText(CacheWriter writer, Located<string> text)
    {
        writer.Write(text.Value);
        writer.Write(text.Span);
    }

    public static Located<string> ReadLocatedText(CacheReader reader) => new(reader.ReadText(), reader.ReadSpan());
}
