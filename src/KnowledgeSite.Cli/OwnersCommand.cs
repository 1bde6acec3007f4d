using System.CommandLine;
using KnowledgeSite.Cli.History;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary>
/// The command <c>codeowners</c>: prints the owners of pages as lines of a CODEOWNERS file, or updates the CODEOWNERS
/// file of the repository.
/// </summary>
internal sealed class OwnersCommand : ToolCommand
{
    private const string Default = ".github/CODEOWNERS";

    private readonly Option<bool> _write = new("--write")
    {
        Description =
            $"Update the repository's CODEOWNERS file, or create {Default}. Other lines of the file are kept.",
    };

    public OwnersCommand(BuildCommandOptions options, CommandConsole console)
        : base("codeowners", "Print the owners of pages as lines of a CODEOWNERS file.", options, console) =>
        Add(_write);

    protected override async Task<int> RunAsync(
        BuildRequest request,
        ParseResult arguments,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        var input = request.Options.Input;
        var reading = GitRepository.ReadAsync(input, cancellation);
        if ((await request.BuildAsync(request.Tree(), cancellation, reading)).Site is not { } site)
            return await BuildCommand.BuildAsync(request, check: true, console, cancellation);
        if (site.Settings.Owners.Count == 0)
            return Fail(
                "site.yaml defines no owners. Add each owner with its handle:\n\nowners:\n"
                    + "  Data Science Leads: '@acme/data-science-leads'"
            );

        var repository = await reading;
        var owners = new CodeOwners(site, repository.Folder);
        if (!arguments.GetValue(_write))
        {
            console.Output.Write(owners.Text);
            return 0;
        }

        if (repository.Root is not { } root)
            return Fail(
                (
                    repository.Refusal is { } reason
                        ? $"CODEOWNERS cannot be written because git reports an error for '{input}': {reason}."
                        : $"'{input}' is not in a git repository, so CODEOWNERS cannot be written."
                ) + " Run the command without --write to print the lines."
            );
        var place = repository.Owners?.Path ?? Default;
        new FileChanges().PutText(Path.Combine(root, place), owners.MergeInto(repository.Owners?.Text ?? "")).Apply();
        console.WriteLine($"The owners of pages were written to {place}.");
        return 0;

        int Fail(string message)
        {
            console.Errors.WriteLine(message);
            return 1;
        }
    }

    /// <summary>
    /// Updates the generated part of the repository's CODEOWNERS file, if there is such a file and it is out of date.
    /// </summary>
    public static void Renew(Site site, VersionControl repository, CommandConsole console)
    {
        var owners = new CodeOwners(site, repository.Folder);
        if (repository is not { Root: { } root, Owners: { } file } || !owners.IsStaleIn(file.Text))
            return;
        new FileChanges().PutText(Path.Combine(root, file.Path), owners.MergeInto(file.Text)).Apply();
        console.WriteLine($"Changed: {file.Path}");
    }
}
