using KnowledgeSite.Sources;

namespace KnowledgeSite.Output;

/// <summary>
/// The output folder and the temporary paths next to it. All are on one file system, so that a rename is atomic.
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

    /// <summary>The folder in which the next site is assembled.</summary>
    public string Next { get; }

    /// <summary>The temporary place of the last site, on systems that cannot exchange two folders atomically.</summary>
    public string Previous { get; }

    public string Lock { get; }
}
