using System.Security.Cryptography;
using System.Text;
using KnowledgeSite.Files;
using Microsoft.AspNetCore.StaticFiles;

namespace KnowledgeSite.Cli.Preview;

/// <summary>A file of the site as the preview serves it.</summary>
/// <param name="Bytes">The same bytes that a build writes.</param>
/// <param name="Tag">A hash of the bytes, used as the entity tag.</param>
/// <param name="Fingerprint">The fingerprint of a page, or null for other files.</param>
internal sealed record ShownFile(SitePath Path, byte[] Bytes, string Type, string Tag, PageFingerprint? Fingerprint)
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

    /// <summary>The bytes of the page with the script of the preview added at the end of the body.</summary>
    /// <param name="address">The URL path at which the page is shown, also if there is no page.</param>
    public byte[] WithScript(SitePath address)
    {
        var script = Encoding.UTF8.GetBytes(
            $"<script type=\"module\" src=\"{DevServerAssets.Script}\" data-page=\"/{address.Href}\" "
                + $"data-seen=\"{Fingerprint!.Tag}\"></script>\n"
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
