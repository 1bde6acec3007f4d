namespace KnowledgeSite.Files;

/// <summary>
/// A file of the input folder. Text files are already read; the bytes of other files are read on demand.
/// </summary>
/// <param name="Text">Null for a binary file (an image, a download).</param>
public sealed record SourceFile(SourcePath Path, SourceText? Text, Func<byte[]> ReadBytes)
{
    public static SourceFile OfText(SourcePath path, string text) =>
        new(path, new SourceText(text), () => System.Text.Encoding.UTF8.GetBytes(text));
}
