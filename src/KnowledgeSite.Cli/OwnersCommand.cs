using System.CommandLine;
using KnowledgeSite.Cli.History;
using KnowledgeSite.Cli.Writing;
using KnowledgeSite.SiteModel;
using KnowledgeSite.Sources;

namespace KnowledgeSite.Cli;

/// <summary>
/// <c>codeowners</c>: the owners of pages as lines of a CODEOWNERS file, printed, or put into the repository's own.
/// </summary>
internal static class OwnersCommand
{
    private const string Default = ".github/CODEOWNERS";

    public static readonly Option<bool> Write = new("--write")
    {
        Description =
            $"Puts them into the repository's CODEOWNERS ({Default} where there is none); what else stands "
            + "there is left alone.",
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
        var asked = GitRepository.ReadAsync(options.Input, cancellation);
        var build = new SiteBuild(options, new FolderTree(options.Input, request.Options.Output!), request.Theme)
        {
            VersionControl = asked,
        };
        var result = await build.RunAsync(check: false, null, cancellation);
        if (result.Site is not { } site)
            return await BuildCommand.RunAsync(request, check: true, output, cancellation);
        if (site.Settings.Owners.Count == 0)
        {
            await errors.WriteLineAsync(
                "site.yaml says nothing of owners. Give each its handle there:\n\nowners:\n"
                    + "  Data Science Leads: '@acme/data-science-leads'"
            );
            return 1;
        }

        var repository = await asked;
        var owners = new CodeOwners(site, repository.Folder);
        if (!write)
        {
            await output.WriteAsync(owners.Text);
            return 0;
        }

        return await PutAsync(owners, repository, options.Input, output, errors);
    }

    /// <summary>Brings the generated part of the repository's CODEOWNERS up to date, where there is one.</summary>
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
        if (!owners.AreStaleIn(file.Text))
            return;
        FileChanges.Write(Path.Combine(root, file.Path), owners.PutInto(file.Text));
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
                    $"CODEOWNERS cannot be written, since git does not answer for '{input}': {reason}. "
                        + "Without --write the lines are printed."
                );
                return 1;
            }

            await errors.WriteLineAsync(
                $"'{input}' lies in no git repository, so there is no CODEOWNERS to write. Without --write "
                    + "the lines are printed."
            );
            return 1;
        }

        var place = repository.Owners?.Path ?? Default;
        var file = Path.Combine(root, place);
        FileChanges.Write(file, owners.PutInto(repository.Owners?.Text ?? ""));
        await output.WriteLineAsync($"The owners of pages stand in {place}.");
        return 0;
    }
}
