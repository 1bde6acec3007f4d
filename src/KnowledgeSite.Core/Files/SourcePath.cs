namespace KnowledgeSite.Files;

/// <summary>
/// The path of a file or folder relative to the input folder: separated by <c>/</c>, without one at either end, in the
/// letter case of the disk, with composed accents (<see cref="ComposedText"/>). The input folder itself is the empty
/// path.
/// </summary>
public sealed record SourcePath(string Value) : IComparable<SourcePath>
{
    internal string Value { get; } = ComposedText.Compose(Value);

    internal static readonly SourcePath Root = new("");

    internal bool IsRoot => Value.Length == 0;

    internal string FileName => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>The file extension with its dot, in lower case; empty if there is none.</summary>
    public string Extension => Path.GetExtension(FileName).ToLowerInvariant();

    internal string NameWithoutExtension => Path.GetFileNameWithoutExtension(FileName);

    internal SourcePath Folder => Value.LastIndexOf('/') is >= 0 and var slash ? new(Value[..slash]) : Root;

    private static readonly string[] MarkdownEndings = [".md", ".markdown", ".mkd", ".mkdn", ".mdown", ".mdwn"];

    internal bool IsMarkdown =>
        Array.Exists(MarkdownEndings, e => Value.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    internal bool IsNotebook => Value.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for Markdown files and notebooks, which become pages.</summary>
    internal bool MayBePage => IsMarkdown || IsNotebook;

    internal IEnumerable<string> Segments => IsRoot ? [] : Value.Split('/');

    /// <summary>Cached, because paths are the keys of many tables.</summary>
    private int _hash;

    /// <inheritdoc />
    public bool Equals(SourcePath? other) =>
        ReferenceEquals(this, other) || (other is not null && Value == other.Value);

    /// <inheritdoc />
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = Value.GetHashCode();

    /// <summary>This path as a link in a file of the folder writes it; <c>.</c> for the folder itself.</summary>
    public string RelativeTo(SourcePath folder)
    {
        var from = folder.Segments.ToList();
        var to = Segments.ToList();
        var shared = from.Zip(to).TakeWhile(p => p.First == p.Second).Count();
        var relative = string.Join('/', Enumerable.Repeat("..", from.Count - shared).Concat(to.Skip(shared)));
        return relative.Length == 0 ? "." : relative;
    }

    internal SourcePath Append(string name) => IsRoot ? new(name) : new($"{Value}/{name}");

    internal SourcePath WithoutExtension() => new(Value[..(Value.Length - Path.GetExtension(Value).Length)]);

    /// <summary>
    /// Resolves a relative path against this folder, including <c>.</c> and <c>..</c>; null if the result is outside
    /// the input folder.
    /// </summary>
    public SourcePath? Resolve(string relative)
    {
        var parts = new List<string>(Segments);
        foreach (var part in relative.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return null;
            else
                parts.RemoveAt(parts.Count - 1);
        }

        return new(string.Join('/', parts));
    }

    internal bool IsWithin(SourcePath folder) =>
        folder.IsRoot
        || (
            Value.StartsWith(folder.Value, StringComparison.Ordinal)
            && (Value.Length == folder.Value.Length || Value[folder.Value.Length] == '/')
        );

    /// <inheritdoc />
    public int CompareTo(SourcePath? other) => string.CompareOrdinal(Value, other?.Value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
