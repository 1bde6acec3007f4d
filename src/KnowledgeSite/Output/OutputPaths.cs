using KnowledgeSite.Sources;

namespace KnowledgeSite.Output;

/// <summary>
/// The output folder, and what lies beside it while a site is written. All on one file system, so that a rename is one
/// step.
/// </summary>
internal sealed class OutputPaths
{
    public OutputPaths(string output)
    {
        Output = RealPath.Resolve(output);
        var (parent, name) = (Path.GetDirectoryName(Output) ?? Output, Path.GetFileName(Output));
        Parent = parent;
        Next = Path.Combine(parent, $".{name}.next");
        Previous = Path.Combine(parent, $".{name}.previous");
        Lock = Path.Combine(parent, $".{name}.lock");
    }

    public string Output { get; }

    public string Parent { get; }

    /// <summary>Where the next site is put together.</summary>
    public string Next { get; }

    /// <summary>
    /// Where the last site stands for a moment on systems that cannot exchange two folders in one step.
    /// </summary>
    public string Previous { get; }

    public string Lock { get; }
}
