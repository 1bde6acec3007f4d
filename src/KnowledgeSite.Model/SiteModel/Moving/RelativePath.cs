using KnowledgeSite.Files;

namespace KnowledgeSite.SiteModel.Moving;

/// <summary>Computes the relative path from a folder to a file: <c>../staff/clarity.md</c>.</summary>
internal static class RelativePath
{
    public static string Between(SourcePath folder, SourcePath target)
    {
        var (from, to) = (folder.Segments.ToList(), target.Segments.ToList());
        var shared = from.Zip(to).TakeWhile(p => p.First == p.Second).Count();
        var relative = string.Join('/', Enumerable.Repeat("..", from.Count - shared).Concat(to.Skip(shared)));
        return relative.Length == 0 ? "." : relative;
    }
}
