using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KnowledgeSite.Cli.Init;

/// <summary>
/// The files of a first site: those in the folder <c>Template</c> beside this one, which are resources of the tool,
/// with the name of the site, today's date and the version of the tool put in.
/// </summary>
internal static class StarterFiles
{
    /// <summary>The folder of the pages.</summary>
    public const string Input = "input";

    private const string Prefix = "init/";

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string ToolVersion { get; } = typeof(StarterFiles).Assembly.GetName().Version!.ToString(3);

    public static IReadOnlyList<NewFile> Read(string name, DateOnly today)
    {
        var assembly = typeof(StarterFiles).Assembly;
        var resources = assembly
            .GetManifestResourceNames()
            .Where(r => r.Replace('\\', '/').StartsWith(Prefix, StringComparison.Ordinal));
        return [.. resources.Select(r => new NewFile(r.Replace('\\', '/')[Prefix.Length..], Fill(Text(r))))];

        string Text(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            return reader.ReadToEnd().ReplaceLineEndings("\n");
        }

        string Fill(string text) =>
            text.Replace("{{version}}", ToolVersion, StringComparison.Ordinal)
                .Replace(
                    "{{today}}",
                    today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    StringComparison.Ordinal
                )
                .Replace("{{yaml-name}}", YamlString(name), StringComparison.Ordinal)
                .Replace("{{name}}", name, StringComparison.Ordinal);
    }

    /// <summary>A string of JSON is one of YAML too.</summary>
    private static string YamlString(string text) => JsonSerializer.Serialize(text, Readable);
}
