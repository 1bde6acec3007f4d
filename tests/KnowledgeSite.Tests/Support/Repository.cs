using System.Runtime.CompilerServices;

namespace KnowledgeSite.Tests.Support;

/// <summary>The checkout that the tests were compiled from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Combine(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot([CallerFilePath] string here = "")
    {
        // If paths are mapped (a deterministic build), the checkout is found from the folder of the running assembly.
        var start = File.Exists(here) ? here : AppContext.BaseDirectory;
        var folder = Path.GetDirectoryName(start);
        while (folder is not null && !File.Exists(Path.Combine(folder, "KnowledgeSite.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests run outside the checkout.");
    }
}
