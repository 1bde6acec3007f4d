using System.Text;
using System.Text.Json;
using KnowledgeSite.Content;
using KnowledgeSite.Engine;
using KnowledgeSite.Files;

namespace KnowledgeSite.Rendering.Offline;

/// <summary>
/// Adds the list of files in the offline copy, each with its hash, if the site offers one. The files are hashed while
/// they are written, so none is rendered twice; the list comes last.
/// </summary>
internal sealed class WriteOfflineManifest(SiteSettings settings)
    : IModule<IReadOnlyList<OutputFile>, IReadOnlyList<OutputFile>>
{
    public IReadOnlyList<OutputFile> Execute(IReadOnlyList<OutputFile> documents, ModuleContext context)
    {
        if (!settings.OffersCopy)
            return documents;
        var files = documents
            .DistinctBy(d => d.Path.File)
            .Select(f => (File: f, Measured: OfflineFiles.IsInCopy(f.Path) ? new MeasuredFile(f) : null))
            .ToList();
        var measured = files.Select(f => f.Measured).OfType<MeasuredFile>().OrderBy(m => m.File.Path).ToList();
        var headers = documents.FirstOrDefault(d => d.Path.Value == "/_headers") is { } rules
            ? ContentHash.Compute(rules.ToBytes())
            : "";
        var list = new Lazy<(string Version, string Files)>(() => ListOf(measured, headers));
        return
        [
            .. files.Select(f => f.Measured is { } counted ? f.File with { Write = counted.Write } : f.File),
            new(
                OfflineFiles.List,
                output =>
                    Encoding.UTF8.GetBytes(
                        $"{{\"version\":\"{list.Value.Version}\",\"headers\":\"{headers}\",\"files\":[\n"
                            + $"{list.Value.Files}\n]}}\n",
                        output
                    )
            )
            {
                DependsOnOthers = true,
            },
            new(
                OfflineFiles.News,
                output =>
                    Encoding.UTF8.GetBytes(
                        string.Create(
                            System.Globalization.CultureInfo.InvariantCulture,
                            $"{{\"version\":\"{list.Value.Version}\",\"files\":{measured.Count},"
                                + $"\"bytes\":{measured.Sum(m => m.Size)}}}\n"
                        ),
                        output
                    )
            )
            {
                DependsOnOthers = true,
            },
        ];
    }

    private static (string, string) ListOf(IReadOnlyList<MeasuredFile> files, string headers)
    {
        var text = string.Join(
            ",\n",
            files.Select(f =>
                $"[\"{JsonEncodedText.Encode(f.File.Path.Href is { Length: > 0 } href ? href : "./")}\",\"{f.Hash}\"]"
            )
        );
        return (ContentHash.Compute(Encoding.UTF8.GetBytes($"{headers}\n{text}")), text);
    }
}
