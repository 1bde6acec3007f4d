using System.Text;

namespace KnowledgeSite.Tests.Support;

/// <summary>
/// Pages that try to run code in a reader's browser, from <c>vectors.txt</c>. They are of the kinds that sanitizers
/// test with: events, scripts, addresses, SVG, MathML, mutation, documents, styles, clobbering, comments, unclosed
/// tags, and all of them inside Markdown. Code that runs opens a dialog or requests a file of <c>xss.invalid</c>.
/// </summary>
internal static class XssVectors
{
    /// <summary>The files of a site that contains all of them, by path.</summary>
    public static Dictionary<string, byte[]> Read()
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var path = "";
        var text = new StringBuilder();
        var lines = File.ReadAllText(Repository.Combine("tests", "fixtures", "xss", "vectors.txt")).Split('\n');
        foreach (var line in lines.Append("-- end --"))
        {
            if (line is not ['-', '-', ' ', .., ' ', '-', '-'])
            {
                text.Append(line).Append('\n');
                continue;
            }

            if (path.Length > 0)
                files.Add(path, Encoding.UTF8.GetBytes(text.ToString()));
            path = line[3..^3];
            _ = text.Clear();
        }

        files.Add("site.yaml", "title: Vectors"u8.ToArray());
        files.Add("index.md", "# Vectors\n"u8.ToArray());
        files.Add("clean.md", "# Clean\n\nText.\n"u8.ToArray());
        return files.ToDictionary(f => f.Key, f => Controls(f.Value), StringComparer.Ordinal);
    }

    /// <summary>Control characters are written as their symbols, such as ␀.</summary>
    private static byte[] Controls(byte[] utf8) =>
        Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(utf8).Replace('␀', '\0').Replace('␛', '\u0001').Replace('␌', '\f')
        );
}
