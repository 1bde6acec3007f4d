using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;

namespace KnowledgeSite.Sources;

/// <summary>Waits for the version control history, which is read in the background while pages are parsed.</summary>
/// <param name="showsHistory">False if the site's settings turn the history off.</param>
internal sealed class ReadVersionControl(Task<VersionControl> versionControl, bool showsHistory)
    : IModule<NoInput, VersionControl>
{
    public VersionControl Execute(NoInput input, ModuleContext context)
    {
        versionControl.Wait(context.Cancellation);
        var repository = versionControl.Result;
        if (!showsHistory)
            return repository with { Changes = [] };
        if (repository.IsShallow)
            context.Diagnostics.Add(Diagnostic.OfSite(SourceRules.ShallowClone));
        if (repository.Refusal is { } reason)
            context.Diagnostics.Add(Diagnostic.OfSite(SourceRules.HistoryRefused, reason));
        return repository;
    }
}
