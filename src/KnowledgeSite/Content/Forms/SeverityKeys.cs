using KnowledgeSite.Diagnostics;

namespace KnowledgeSite.Content.Forms;

/// <summary>What stands under <c>rules:</c> in <c>site.yaml</c>: the severity of each rule by its id.</summary>
internal static class SeverityKeys
{
    public static readonly IReadOnlyList<Key<Severity?>> All =
    [
        .. RuleCatalogue.All.Select(r => Key.Choice<Severity>(r.Id, r.Title + ".")),
    ];

    public static readonly YamlForm Form = new("Severities of rules", [.. All]);
}
