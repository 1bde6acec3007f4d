using System.Text.Json.Serialization;

namespace KnowledgeSite.Rendering;

/// <summary>
/// Serialization code for the JSON files of the site. It is generated at compile time, so that no reflection is needed
/// at run time.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IEnumerable<PageData>))]
[JsonSerializable(typeof(IEnumerable<string[]>))]
[JsonSerializable(typeof(Dictionary<string, LinkPreview>))]
internal sealed partial class RenderingJson : JsonSerializerContext;
