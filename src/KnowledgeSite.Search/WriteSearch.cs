using System.Reflection;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;
using KnowledgeSite.Search.Publishing;

namespace KnowledgeSite.Search;

/// <summary>Generates the index of the site and the search scripts, under <c>/search/</c>.</summary>
internal sealed class WriteSearch : IModule<SearchIndex, IReadOnlyList<OutputFile>>
{
    private const string Prefix = "search/";

    public IReadOnlyList<OutputFile> Execute(SearchIndex input, ModuleContext context) =>
        [.. IndexFiles.Create(input, ReadScripts(), context.Cancellation)];

    internal static IReadOnlyList<SearchScript> ReadScripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n => new SearchScript(n[Prefix.Length..], Read(assembly, n))),
        ];
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
