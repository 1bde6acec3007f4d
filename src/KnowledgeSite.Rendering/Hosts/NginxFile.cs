using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Rendering.Hosts;

/// <summary>Formats the same rules for nginx, to be included in a <c>server</c> block.</summary>
internal static class NginxFile
{
    public static string Render(Site site)
    {
        var basePath = site.Settings.BasePath;
        var rules = HostRule.List(site.Settings);
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Include this in a server block whose root is the folder of the site{(
                basePath == "/" ? "" : $" put at {basePath}"
            )}.
            index index.html;
            absolute_redirect off;
            error_page 404 {basePath}404.html;

            """
        );
        foreach (var rule in rules)
        {
            text.Append(
                $"location {(rule.IsFolder ? "" : "= ")}{Quoted(basePath + rule.Path)} {{\n"
                    + "  try_files $uri $uri/ =404;\n"
            );
            // In nginx, a location with headers of its own inherits none. Content-Type is left out, because nginx sets
            // it and would send both.
            foreach (var (name, value) in rule == rules[0] ? rule.Headers : [.. rules[0].Headers, .. rule.Headers])
                text.Append(
                    name == "Content-Type"
                        ? $"  types {{ }}\n  default_type {value};\n"
                        : $"  add_header {name} \"{value}\" always;\n"
                );
            text.Append("}\n");
        }

        text.Append(
            "location ~ "
                + Quoted($"^{Regex.Escape(basePath)}(_headers|_redirects|_nginx[.]conf|[.]knowledgesite)$")
                + " { return 404; }\n"
        );
        foreach (var redirect in site.Redirects)
            text.Append(
                CultureInfo.InvariantCulture,
                $"location = {Quoted(basePath + redirect.From.Value[1..])} {{ return 301 "
                    + $"{Quoted((basePath + redirect.To.Href).Replace("$", "%24", StringComparison.Ordinal))}; }}\n"
            );
        return text.ToString();
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
