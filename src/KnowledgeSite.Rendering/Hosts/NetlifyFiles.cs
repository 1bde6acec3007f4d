using System.Globalization;
using System.Text;
using KnowledgeSite.Content;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Hosts;

/// <summary>Formats the rules for Netlify and compatible hosts (Cloudflare Pages).</summary>
internal static class NetlifyFiles
{
    public static string Headers(SiteSettings settings)
    {
        var text = new StringBuilder();
        foreach (var rule in HostRule.List(settings))
        {
            if (text.Length > 0)
                text.Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"{settings.BasePath}{rule.Path}{(rule.IsFolder ? "*" : "")}\n");
            foreach (var (name, value) in rule.Headers)
                text.Append(CultureInfo.InvariantCulture, $"  {name}: {value}\n");
        }

        return text.ToString();
    }

    public static string Redirects(Site site) =>
        string.Concat(
            site.Redirects.Select(r =>
                $"{site.Settings.BasePath}{r.From.Href} {site.Settings.BasePath}{r.To.Href} 301\n"
            )
        );
}
