using System.CommandLine;
using System.CommandLine.Completions;
using KnowledgeSite.Content;
using KnowledgeSite.Drafts;

namespace KnowledgeSite.Cli.Writing;

/// <summary>The arguments of <c>new</c>. In an interactive terminal, the command prompts for missing ones.</summary>
internal sealed class NewArguments
{
    private readonly Argument<string?> _kind = new("KIND")
    {
        Description = $"The kind of page: {string.Join(", ", DraftWriter.Kinds.Select(NameOf))}.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Argument<string?> _path = new("PATH")
    {
        Description =
            "The path below the input folder, such as workshops/listening. For a section or a "
            + "ladder, the path of its folder.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string?> _title = new("--title")
    {
        Description = "The title. Default: derived from the file name.",
    };
    private readonly Option<string?> _description = new("--description")
    {
        Description = "A summary for readers in one sentence.",
    };
    private readonly Option<string?> _owner = new("--owner")
    {
        Description = "The person or team responsible for the page.",
    };
    private readonly Option<string[]> _tags = new("--tags")
    {
        Description = "Tags from the list in site.yaml.",
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string?> _ladder = new("--ladder")
    {
        Description = "The ladder to which an archetype, a role or a workshop belongs.",
    };
    private readonly Option<string?> _level = new("--level")
    {
        Description = "The level of a role, or the first level of an archetype.",
    };
    private readonly Option<string[]> _serves = new("--serves")
    {
        Description = "Ids of cells or signals that a workshop helps with.",
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string?> _extends = new("--extends")
    {
        Description = "The ladder that a new ladder extends.",
    };

    /// <param name="input">The option that names the input folder.</param>
    public NewArguments(Option<string> input)
    {
        var names = new InputNames(input);
        _kind.CompletionSources.Add(context =>
            Place(context) == 0
                ? DraftWriter.Kinds.Select(k => new CompletionItem(NameOf(k), detail: DraftWriter.Meaning(k)))
                : []
        );
        _path.CompletionSources.Add(context =>
            Place(context) == 1 ? names.Folders(context, context.ParseResult.GetValue(_kind)) : []
        );
        _owner.CompletionSources.Add(names.Owners);
        _tags.CompletionSources.Add(names.Tags);
        _ladder.CompletionSources.Add(names.Ladders);
        _extends.CompletionSources.Add(names.Ladders);
        _level.CompletionSources.Add(names.Levels);
    }

    public Command Command() =>
        new("new", "Create a valid page of a kind and list the next steps.")
        {
            _kind,
            _path,
            _title,
            _description,
            _owner,
            _tags,
            _ladder,
            _level,
            _serves,
            _extends,
        };

    public string? Kind(ParseResult parsed) => parsed.GetValue(_kind);

    public string? Path(ParseResult parsed) => parsed.GetValue(_path);

    public DraftRequest Read(ParseResult parsed, PageKind kind, string path) =>
        new(kind, path)
        {
            Title = parsed.GetValue(_title),
            Description = parsed.GetValue(_description),
            Owner = parsed.GetValue(_owner),
            Tags = Listed(parsed.GetValue(_tags)),
            Ladder = parsed.GetValue(_ladder),
            Level = parsed.GetValue(_level),
            Serves = Listed(parsed.GetValue(_serves)),
            Extends = parsed.GetValue(_extends),
        };

    public static string NameOf(PageKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The number of arguments before the word that is being typed.</summary>
    private int Place(CompletionContext context) =>
        (context.ParseResult.GetResult(_kind)?.Tokens.Count ?? 0)
        + (context.ParseResult.GetResult(_path)?.Tokens.Count ?? 0)
        - (context.WordToComplete.Length > 0 ? 1 : 0);

    /// <summary>Splits values that are separated by commas or given as separate arguments.</summary>
    private static IReadOnlyList<string> Listed(string[]? texts) =>
        [
            .. (texts ?? []).SelectMany(t =>
                t.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            ),
        ];
}
