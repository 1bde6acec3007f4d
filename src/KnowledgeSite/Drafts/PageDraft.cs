using System.Globalization;
using KnowledgeSite.Content;
using KnowledgeSite.Content.Forms;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Drafts;

/// <summary>A page with the head that all kinds share.</summary>
internal sealed class PageDraft(Site? site, DraftRequest request, SourcePath path, DateOnly today)
{
    private readonly NeighbourDefaults _around = new(site, request.Kind, path);

    public string Title { get; } =
        string.IsNullOrWhiteSpace(request.Title) ? PageParser.NameAsTitle(path) : request.Title.Trim();

    public string? LinkUp => _around.LinkUp;

    /// <param name="add">What the kind says of its own.</param>
    public DraftOutcome Write(Action<FrontMatterWriter> add) => Write(add, PageOutline.Get(request.Kind)!.Text);

    /// <param name="text">The text below the front matter; it is given a link to the page above.</param>
    public DraftOutcome Write(Action<FrontMatterWriter> add, Func<string?, string> text) =>
        DraftOutcome.From(Page(add, text));

    public Draft Page(Action<FrontMatterWriter> add, Func<string?, string> text, params IReadOnlyList<DraftFile> beside)
    {
        IReadOnlyList<DraftFile> files = [new(path, Head(add).AsFrontMatter() + text(LinkUp), IsNew: true), .. beside];
        return new(files, [.. Next(files)]);
    }

    private FrontMatterWriter Head(Action<FrontMatterWriter> add)
    {
        var head = new FrontMatterWriter()
            .Set(FrontMatterKeys.Title, Title)
            .Set(FrontMatterKeys.Description, Given(request.Description))
            .Set(FrontMatterKeys.Kind, request.Kind.ToString().ToLowerInvariant())
            .Lists(
                FrontMatterKeys.Tags,
                request.Tags.Count > 0 ? request.Tags : _around.Tags,
                site?.Settings.Tags ?? []
            );
        if (_around.Order is { } order)
            head.Set(FrontMatterKeys.Order, order);
        head.Set(FrontMatterKeys.Owner, Given(request.Owner) ?? _around.Owner)
            .Line(
                $"# {FrontMatterKeys.Reviewed.Name}: "
                    + $"{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}  # when somebody has read all "
                    + "of it and found it right"
            )
            .Set(FrontMatterKeys.ReviewIn, _around.ReviewIn);
        add(head);
        return head;
    }

    private IEnumerable<string> Next(IReadOnlyList<DraftFile> files)
    {
        var count = files.Sum(f => f.IsNew ? Prompt.CountIn(f.Text) : 0);
        yield return "Write what is missing: "
            + $"{(count == 1 ? "one place says" : $"{count} places say")} "
            + $"'{Prompt.Opening}'. Lines that begin with '#' at the head, and text in <!-- -->, are advice that no "
            + "reader sees; delete it when you are done.";
        if (_around is { Parent: { } parent } && _around.LinkDown(Title) is { } link)
            yield return $"Lead readers to it, for instance from {parent.Path}: {link}";
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
