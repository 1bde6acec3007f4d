using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.Content;
using KnowledgeSite.Imaging;

namespace KnowledgeSite.Rendering;

/// <summary>
/// The light-mode colours of the theme's style sheet, for images and for the frame of an installed app.
/// </summary>
internal sealed partial class ThemeColours
{
    private readonly Dictionary<string, int> _colours = new(StringComparer.Ordinal);

    private ThemeColours(string css)
    {
        // If a role is defined more than once (dark mode, print), the first definition counts.
        foreach (Match role in Role().Matches(css))
            _colours.TryAdd(
                role.Groups[1].Value,
                int.Parse(role.Groups[2].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            );
    }

    public ImageColours OfImages =>
        new(
            Resolve("surface", 0xFFFFFF),
            Resolve("text", 0x222222),
            Resolve("text-quiet", 0x555555),
            Resolve("line", 0xCCCCCC),
            Resolve("accent", 0x224466)
        );

    public static ThemeColours Read(IReadOnlyList<ThemeAsset> theme) =>
        new(
            string.Join(
                '\n',
                theme
                    .Where(t => t.Address.Value.EndsWith(".css", StringComparison.Ordinal))
                    .Select(t => Encoding.UTF8.GetString(t.Bytes))
            )
        );

    public int HueOf(PageKind kind) =>
        Resolve(
            kind switch
            {
                PageKind.Ladder or PageKind.Level or PageKind.Dimension => "hue-ladder",
                PageKind.Archetype => "hue-archetype",
                PageKind.Stage => "hue-workflow",
                PageKind.Workshop => "hue-workshop",
                PageKind.Role => "hue-role",
                _ => "accent",
            },
            OfImages.Accent
        );

    private int Resolve(string role, int otherwise) => _colours.GetValueOrDefault(role, otherwise);

    [GeneratedRegex(@"--([a-z-]+):\s*(?:light-dark\()?#([0-9a-fA-F]{6})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Role();
}
