using System.IO.Enumeration;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Health;

/// <summary>The rules that authors allow to be broken, on a page or in <c>site.yaml</c>.</summary>
internal sealed class Exemptions(Site site)
{
    private readonly Dictionary<(SourcePath, string), string> _onPages = site
        .Pages.SelectMany(p => p.Content.FrontMatter.Allows.Select(e => (Key: (p.Path, e.RuleId), e.Reason)))
        .DistinctBy(e => e.Key)
        .ToDictionary(e => e.Key, e => e.Reason);

    public string? ReasonFor(Diagnostic finding)
    {
        if (finding.Location is not { } at)
            return null;
        if (_onPages.TryGetValue((at.Path, finding.Rule.Id), out var reason))
            return reason;
        return site
            .Settings.Exemptions.FirstOrDefault(e =>
                e.RuleId == finding.Rule.Id
                && FileSystemName.MatchesSimpleExpression(e.Pattern, at.Path.Value, ignoreCase: false)
            )
            ?.Reason;
    }
}
