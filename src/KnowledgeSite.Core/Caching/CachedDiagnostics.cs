using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.Caching;

/// <summary>Writes diagnostics to a cache and reads them.</summary>
internal static class CachedDiagnostics
{
    private static readonly Lazy<Dictionary<string, DiagnosticRule>> Rules = new(() =>
        RuleCatalogue.All.ToDictionary(r => r.Id, StringComparer.Ordinal)
    );

    public static void Write(CacheWriter writer, Diagnostic diagnostic)
    {
        writer.Write(diagnostic.Rule.Id);
        writer.Write((int)diagnostic.Severity);
        writer.WriteOptional(diagnostic.Location, Write);
        writer.Write(diagnostic.Message);
        writer.Write(diagnostic.Uncounted);
    }

    public static Diagnostic Read(CacheReader reader) =>
        new(
            Rules.Value[reader.ReadText()],
            (Severity)reader.ReadInt(),
            reader.ReadOptional(ReadLocation),
            reader.ReadText()
        )
        {
            Uncounted = reader.ReadInt(),
        };

    private static void Write(CacheWriter writer, SourceLocation location)
    {
        writer.Write(location.Path.Value);
        writer.Write(location.Line);
        writer.Write(location.Column);
        writer.Write(location.Length);
        writer.WriteOptional(
            location.Excerpt,
            (w, excerpt) =>
            {
                w.Write(excerpt.Text);
                w.Write(excerpt.Offset);
            }
        );
    }

    private static SourceLocation ReadLocation(CacheReader reader) =>
        new(
            new SourcePath(reader.ReadText()),
            reader.ReadInt(),
            reader.ReadInt(),
            reader.ReadInt(),
            reader.ReadOptional(r => new SourceExcerpt(r.ReadText(), r.ReadInt()))
        );
}
