namespace KnowledgeSite.Files;

/// <summary>
/// A file of the input folder. Text files carry their text; of others the bytes are read when they are needed.
/// </summary>
/// <param name="Text">Null for a file that is not text (an image, a download).</param>
public sealed record SourceFile(SourcePath Path, SourceText? Text, Func<byte[]> ReadBytes)
{
    public static SourceFile OfText(SourcePath path, string text) =>
        new(path, new SourceText(text), () => System.Text.Encoding.UTF8.GetBytes(text));
}
