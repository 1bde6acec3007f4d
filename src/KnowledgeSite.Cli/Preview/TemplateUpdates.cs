using System.Reflection.Metadata;

[assembly: MetadataUpdateHandler(typeof(KnowledgeSite.Cli.Preview.TemplateUpdates))]

namespace KnowledgeSite.Cli.Preview;

/// <summary>Told by <c>dotnet watch</c> when it has put newly compiled templates into the running preview.</summary>
internal static class TemplateUpdates
{
    public static event Action? Happened;

    /// <summary>The runtime calls it by this name.</summary>
    internal static void UpdateApplication(Type[]? updatedTypes) => Happened?.Invoke();
}
