using KnowledgeSite.Caching;
using KnowledgeSite.Content.Notebooks;
using KnowledgeSite.Content.Yaml;

namespace KnowledgeSite.Content.Caching;

/// <summary>Writes front matter to a cache and reads it.</summary>
internal static class CachedFrontMatter
{
    public static void Write(CacheWriter writer, FrontMatter frontMatter)
    {
        writer.Write(frontMatter.Title);
        writer.Write(frontMatter.Description);
        writer.Write((int)frontMatter.Kind);
        writer.Write(frontMatter.Order);
        writer.WriteLocated(frontMatter.Xref);
        writer.WriteLocated(frontMatter.RedirectFrom);
        writer.Write(frontMatter.Excluded);
        writer.Write(frontMatter.Published);
        writer.Write(frontMatter.Search);
        writer.WriteLocated(frontMatter.AlsoCalled);
        writer.WriteLocated(frontMatter.Tags);
        writer.Write(frontMatter.Owner);
        writer.Write(frontMatter.Reviewed);
        writer.Write(frontMatter.ReviewIn?.Months);
        writer.Write(frontMatter.ReviewIn?.Days);
        writer.WriteLocated(frontMatter.Sources);
        writer.WriteOptional(frontMatter.Facts, CachedFacts.Write);
        writer.Write(frontMatter.TitleSpan);
        writer.Write(frontMatter.OwnerSpan);
        writer.Write(frontMatter.ReviewedSpan);
        writer.Write(frontMatter.DraftLine);
        writer.WriteLocated(frontMatter.UnknownKeys);
        writer.WriteList(frontMatter.RefusedValues, Write);
        writer.WriteTexts(frontMatter.OtherAddresses);
        writer.WriteList(frontMatter.Allows, Write);
        writer.Write(frontMatter.Notebook.Outputs);
        writer.Write(frontMatter.Notebook.Counts);
        writer.Write(frontMatter.Notebook.FoldsCode);
        writer.Write(frontMatter.Glossary.IsLinked);
        writer.WriteLocated(frontMatter.Glossary.Never);
    }

    public static FrontMatter Read(CacheReader reader) =>
        new(
            Title: reader.ReadOptionalText(),
            Description: reader.ReadOptionalText(),
            Kind: (PageKind)reader.ReadInt(),
            Order: reader.ReadOptionalInt(),
            Xref: reader.ReadLocated(),
            RedirectFrom: reader.ReadLocatedTexts(),
            Excluded: reader.ReadBool(),
            Published: reader.ReadOptionalDate(),
            Search: reader.ReadBool(),
            AlsoCalled: reader.ReadLocatedTexts(),
            Tags: reader.ReadLocatedTexts(),
            Owner: reader.ReadOptionalText(),
            Reviewed: reader.ReadOptionalDate(),
            ReviewIn: ReadInterval(reader.ReadOptionalInt(), reader.ReadOptionalInt()),
            Sources: reader.ReadLocatedTexts(),
            Facts: reader.ReadOptional(CachedFacts.Read)
        )
        {
            TitleSpan = reader.ReadSpan(),
            OwnerSpan = reader.ReadSpan(),
            ReviewedSpan = reader.ReadSpan(),
            DraftLine = reader.ReadOptionalText(),
            UnknownKeys = reader.ReadLocatedTexts(),
            RefusedValues = reader.ReadList(r => new RefusedValue(r.ReadText(), r.ReadSpan(), r.ReadText())),
            OtherAddresses = reader.ReadTexts(),
            Allows = reader.ReadList(r => new Exemption(r.ReadText(), r.ReadOptionalText(), r.ReadText())),
            Notebook = new NotebookOptions(
                reader.ReadOptionalBool(),
                reader.ReadOptionalBool(),
                reader.ReadOptionalBool()
            ),
            Glossary = new GlossaryUse(reader.ReadBool(), reader.ReadLocatedTexts()),
        };

    private static void Write(CacheWriter writer, RefusedValue value)
    {
        writer.Write(value.Key);
        writer.Write(value.Span);
        writer.Write(value.Reason);
    }

    private static void Write(CacheWriter writer, Exemption exemption)
    {
        writer.Write(exemption.RuleId);
        writer.Write(exemption.Pattern);
        writer.Write(exemption.Reason);
    }

    private static ReviewInterval? ReadInterval(int? months, int? days) =>
        months is { } m && days is { } d ? new(m, d) : null;
}
