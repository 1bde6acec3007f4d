using System.Runtime.CompilerServices;
using KnowledgeSite.Content;
using KnowledgeSite.Diagnostics;
using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel;

/// <summary>What joining the pages came to in the last run: pages whose names and places are the same keep their places, and pages that are the same keep their links.</summary>
public sealed class SiteMemory
{
    private IReadOnlyList<SourcePath> _paths = [];
    private Dictionary<SourcePath, SitePage> _places = [];
    private IReadOnlyList<Diagnostic> _findings = [];

    internal LinkMemory Links { get; } = new();

    internal TagMemory Tags { get; } = new();

    /// <summary>Of files that are published under a hash of their content.</summary>
    internal ConditionalWeakTable<SourceFile, string> Hashes { get; } = [];

    /// <inheritdoc cref="PageAddresses.Assign"/>
    internal IReadOnlyList<SitePage> Assign(IReadOnlyList<Page> pages, DiagnosticBag diagnostics)
    {
        var assigned = HasPaths(pages) ? Again(pages) : Anew(pages);
        diagnostics.AddRange(_findings);
        _places = assigned.ToDictionary(p => p.Path);
        return assigned;
    }

    private bool HasPaths(IReadOnlyList<Page> pages)
    {
        if (pages.Count != _paths.Count) return false;
        for (var i = 0; i < pages.Count; i++)
            if (pages[i].Path != _paths[i]) return false;
        return true;
    }

    private SitePage[] Again(IReadOnlyList<Page> pages) =>
        [.. pages.Where(p => _places.ContainsKey(p.Path)).Select(p => _places[p.Path] is var place && ReferenceEquals(place.Content, p) ? place : place with { Content = p })];

    private IReadOnlyList<SitePage> Anew(IReadOnlyList<Page> pages)
    {
        var findings = new DiagnosticBag();
        var assigned = PageAddresses.Assign(pages, findings);
        (_paths, _findings) = ([.. pages.Select(p => p.Path)], findings.Sorted());
        return assigned;
    }
}
