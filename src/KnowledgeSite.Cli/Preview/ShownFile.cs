using System.Security.Cryptography;
using System.Text;
using KnowledgeSite.Files;
using Microsoft.AspNetCore.StaticFiles;

namespace KnowledgeSite.Cli.Preview;

/// <summary>A file of the shown site.</summary>
/// <param name="Bytes">As a build writes them.</param>
/// <param name="Tag">Of the bytes.</param>
/// <param name="Look">Of a page, what it shows and by which styles; null for other files.</param>
internal sealed record ShownFile(SitePath Path, byte[] Bytes, string Type, string Tag, PageFingerprint? Look)
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static ShownFile From(OutputFile file) => From(file.Path, file.ToBytes());

    public static ShownFile From(SitePath path, byte[] bytes)
    {
        var type = path.IsPage ? "text/html" : TypeOf(path.Value);
        var isPage = type == "text/html" && !path.Value.StartsWith("/assets/", StringComparison.Ordinal);
        return new(
            path,
            bytes,
            IsText(type) ? type + "; charset=utf-8" : type,
            TagOf(bytes),
            isPage ? PageFingerprint.Compute(bytes) : null
        );
    }

    /// <summary>With the script that follows the preview, before the end of the body.</summary>
    /// <param name="address">Where the page is shown; of a page that is not there, where it would be.</param>
    public byte[] Followed(SitePath address)
    {
        var script = Encoding.UTF8.GetBytes(
            $"<script type=\"module\" src=\"{DevServerAssets.Script}\" data-page=\"/{address.Href}\" "
                + $"data-seen=\"{Look!.Tag}\"></script>\n"
        );
        var end = Bytes.AsSpan().LastIndexOf("</body>"u8);
        if (end < 0)
            end = Bytes.Length;
        return [.. Bytes.AsSpan(0, end), .. script, .. Bytes.AsSpan(end)];
    }

    public static string TagOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];

    private static string TypeOf(string path)
    {
        if (path.EndsWith(".md", StringComparison.Ordinal))
            return "text/markdown";
        if (path.LastIndexOf('.') < path.LastIndexOf('/'))
            return "text/plain";
        return Types.TryGetContentType(path, out var type) ? type : "application/octet-stream";
    }

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal)
        || type is "application/json" or "application/xml" or "image/svg+xml" or "application/javascript";
}
