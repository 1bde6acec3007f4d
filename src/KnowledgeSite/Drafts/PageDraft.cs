using System.Globalization;
using KnowledgeSite.Content;
using KnowledgeSite.Files;
using KnowledgeSite.SiteModel;

namespace KnowledgeSite.Drafts;

/// <summary>Creates the draft of a page with the front matter that all kinds share.</summary>
internal sealed class PageDraft(Site? site, DraftRequest request, SourcePath path, DateOnly today)
{
    private readonly NeighbourDefaults _defaults = new(site, request.Kind, path);

    public string Title { get; } =
        string.IsNullOrWhiteSpace(request.Title) ? PagePath.ToTitle(path) : request.Title.Trim();

    public string? LinkUp => _defaults.LinkUp;

    /// <param name="add">Adds the keys of the kind.</param>
    public DraftOutcome Write(Action<FrontMatterWriter> add) => Write(add, PageOutline.Get(request.Kind)!.Text);

    /// <param name="text">Creates the text below the front matter. Its argument is a link to the parent page, or
    /// null.</param>
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
                request.Tags.Count > 0 ? request.Tags : _defaults.Tags,
                site?.Settings.Tags ?? []
            );
        if (_defaults.Order is { } order)
            head.Set(FrontMatterKeys.Order, order);
        head.Set(FrontMatterKeys.Owner, Given(request.Owner) ?? _defaults.Owner)
            .Line(
                $"# {FrontMatterKeys.Reviewed.Name}: "
                    + $"{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}  # set this when you "
                    + "have reviewed the whole page"
            )
            .Set(FrontMatterKeys.ReviewIn, _defaults.ReviewIn);
        add(head);
        return head;
    }

    private IEnumerable<string> Next(IReadOnlyList<DraftFile> files)
    {
        var count = files.Sum(f => f.IsNew ? Prompt.CountIn(f.Text) : 0);
        var placeholders = count == 1 ? "the placeholder" : $"the {count} placeholders";
        yield return $"Replace {placeholders} '{Prompt.Opening}'. Lines that begin with '#' in the front matter and "
            + "text in <!-- --> are advice that readers do not see. Delete it when you are done.";
        if (_defaults is { Parent: { } parent } && _defaults.LinkDown(Title) is { } link)
            yield return $"Link to it, for example from {parent.Path}: {link}";
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
