using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Content.Forms;

/// <summary>The keys under <c>rules:</c> in <c>site.yaml</c>: the id of each rule, with a severity.</summary>
internal static class SeverityKeys
{
    public static readonly IReadOnlyList<Key<Severity?>> All =
    [
        .. RuleCatalogue.All.Select(r => Key.Choice<Severity>(r.Id, r.Title + ".")),
    ];

    public static readonly YamlForm Form = new("Severities of rules", [.. All]);
}
