using System.CommandLine;
using KnowledgeSite.Cli.History;
using KnowledgeSite.Cli.Writing;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary>
/// The command <c>codeowners</c>: prints the owners of pages as lines of a CODEOWNERS file, or updates the CODEOWNERS
/// file of the repository.
/// </summary>
internal static class OwnersCommand
{
    private const string Default = ".github/CODEOWNERS";

    public static readonly Option<bool> Write = new("--write")
    {
        Description =
            $"Update the repository's CODEOWNERS file, or create {Default}. Other lines of the file are kept.",
    };

    public static async Task<int> RunAsync(
        BuildRequest request,
        bool write,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellation
    )
    {
        var options = request.Options with { Output = null };
        var reading = GitRepository.ReadAsync(options.Input, cancellation);
        var build = new SiteBuild(options, new FolderTree(options.Input, request.Options.Output!), request.Theme)
        {
            VersionControl = reading,
        };
        var result = await build.RunAsync(check: false, null, cancellation);
        if (result.Site is not { } site)
            return await BuildCommand.RunAsync(request, check: true, output, cancellation);
        if (site.Settings.Owners.Count == 0)
        {
            await errors.WriteLineAsync(
                "site.yaml defines no owners. Add each owner with its handle:\n\nowners:\n"
                    + "  Data Science Leads: '@acme/data-science-leads'"
            );
            return 1;
        }

        var repository = await reading;
        var owners = new CodeOwners(site, repository.Folder);
        if (!write)
        {
            await output.WriteAsync(owners.Text);
            return 0;
        }

        return await PutAsync(owners, repository, options.Input, output, errors);
    }

    /// <summary>Updates the generated part of the repository's CODEOWNERS file, if the repository has one.</summary>
    public static async Task RenewAsync(BuildRequest request, TextWriter output, CancellationToken cancellation)
    {
        var options = request.Options with { Output = null };
        var repository = await GitRepository.ReadAsync(options.Input, cancellation);
        if (repository is not { Root: { } root, Owners: { } file })
            return;
        var site = (
            await new SiteBuild(
                options,
                new FolderTree(options.Input, request.Options.Output!),
                request.Theme
            ).RunAsync(check: false, null, cancellation)
        ).Site;
        if (site is null)
            return;
        var owners = new CodeOwners(site, repository.Folder);
        if (!owners.IsStaleIn(file.Text))
            return;
        FileChanges.Write(Path.Combine(root, file.Path), owners.MergeInto(file.Text));
        await output.WriteLineAsync($"Changed: {file.Path}");
    }

    private static async Task<int> PutAsync(
        CodeOwners owners,
        VersionControl repository,
        string input,
        TextWriter output,
        TextWriter errors
    )
    {
        if (repository.Root is not { } root)
        {
            if (repository.Refusal is { } reason)
            {
                await errors.WriteLineAsync(
                    $"CODEOWNERS cannot be written because git reports an error for '{input}': {reason}. "
                        + "Run the command without --write to print the lines."
                );
                return 1;
            }

            await errors.WriteLineAsync(
                $"'{input}' is not in a git repository, so CODEOWNERS cannot be written. Run the command "
                    + "without --write to print the lines."
            );
            return 1;
        }

        var place = repository.Owners?.Path ?? Default;
        var file = Path.Combine(root, place);
        FileChanges.Write(file, owners.MergeInto(repository.Owners?.Text ?? ""));
        await output.WriteLineAsync($"The owners of pages were written to {place}.");
        return 0;
    }
}
