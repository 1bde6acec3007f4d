namespace KnowledgeSite.Output;

/// <summary>
/// The list of files that this tool generated, stored in the output folder. Only these files are ever replaced or
/// deleted.
/// </summary>
/// <param name="IsGood">True if the site was built without errors.</param>
/// <param name="Files">Paths relative to the output folder, with <c>/</c>, sorted (ordinal).</param>
internal sealed record OutputManifest(bool IsGood, IReadOnlyList<string> Files)
{
    public const string FileName = ".knowledgesite";

    private const string Good = "knowledgesite 1 good";
    private const string WithErrors = "knowledgesite 1 with-errors";

    private static readonly OutputManifest None = new(false, []);

    public static OutputManifest Read(string output)
    {
        var path = Path.Combine(output, FileName);
        if (!File.Exists(path))
            return None;
        var lines = File.ReadAllLines(path);
        return lines is [Good or WithErrors, ..] ? new(lines[0] == Good, lines[1..]) : None;
    }

    public string ToText() => $"{(IsGood ? Good : WithErrors)}\n{string.Concat(Files.Select(f => f + "\n"))}";
}
