using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KnowledgeSite.Cli.Init;

/// <summary>
/// The files of the starter site. They are the embedded resources of the folder <c>Template</c>, with the site's name,
/// today's date and the tool's version filled in.
/// </summary>
internal static class StarterFiles
{
    /// <summary>The folder that contains the pages.</summary>
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

    /// <summary>Quotes a text for YAML. A JSON string is also a valid YAML string.</summary>
    private static string YamlString(string text) => JsonSerializer.Serialize(text, Readable);
}
