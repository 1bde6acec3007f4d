using System.Reflection.Metadata;

[assembly: MetadataUpdateHandler(typeof(KnowledgeSite.Cli.Preview.TemplateUpdates))]

namespace KnowledgeSite.Cli.Preview;

/// <summary>
/// Receives the notification of <c>dotnet watch</c> that it has replaced templates in the running preview.
/// </summary>
internal static class TemplateUpdates
{
    public static event Action? Happened;

    /// <summary>Called by the runtime, which finds the method by its name.</summary>
    internal static void UpdateApplication(Type[]? updatedTypes) => Happened?.Invoke();
}
