using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeSite.Cli;
using KnowledgeSite.Tests.Support;

namespace KnowledgeSite.Tests.Cli;

/// <summary>Tests <c>init</c>, which creates the first site of an organisation.</summary>
public sealed class InitCommandTests : IDisposable
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Acme knowledge base")]
    [InlineData("A: \"b\" & <c> \\ {d} [e](f) #1 `g` * Ünï")]
    public async Task A_new_site_has_no_problems_and_its_editor_files_are_up_to_date(string name)
    {
        var run = await Tool.RunAsync(_folder.Root, "init", "--name", name);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith($"Wrote {_folder.Files(".").Count} files.", run.Output, StringComparison.Ordinal);

        foreach (var command in new[] { "check", "build" })
        {
            var tried = await Tool.RunAsync(_folder.Root, command, "--strict");
            Assert.Equal((0, ""), (tried.ExitCode, tried.Errors));
            Assert.EndsWith(": no problems.", tried.LastLine, StringComparison.Ordinal);
        }

        Assert.Contains(
            "<title>"
                + name.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal),
            _folder
                .Read("output/index.html")
                .Replace("&quot;", "\"", StringComparison.Ordinal)
                .Replace("&gt;", ">", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Equal(0, (await Tool.RunAsync(_folder.Root, "editors")).ExitCode);
    }

    [Fact]
    public async Task A_new_site_has_a_ladder_a_workshop_with_its_sheet_a_workflow_and_a_role()
    {
        Assert.Equal(0, (await Tool.RunAsync(_folder.Root, "init", "my site")).ExitCode);
        Assert.Equal(0, (await Tool.RunAsync(_folder.Combine("my site"), "build", "--strict")).ExitCode);
        string[] pages =
        [
            "ladders/career/matrix",
            "ladders/career/compare/specialist--senior",
            "workshops/pre-mortem/participant",
            "workflow/agree-the-aim",
            "roles/senior-specialist",
            "glossary",
            "sources",
        ];
        Assert.All(pages, page => Assert.True(_folder.Exists($"my site/output/{page}/index.html"), page));
    }

    [Fact]
    public async Task An_existing_file_is_named_and_nothing_is_written()
    {
        _folder.Write("README.md", "Ours.");
        _folder.Write("input", "A file where the folder of pages would be.");
        var run = await Tool.RunAsync(_folder.Root, "init");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(
            "Nothing was written, because these exist already:\n  README.md\n  input\n"
                + "Move them away, or choose another folder.\n",
            run.Errors
        );
        Assert.Equal(["README.md", "input"], _folder.Files("."));
        Assert.Equal("Ours.", _folder.Read("README.md"));
    }

    [Theory]
    [InlineData("file", "'file' is a file.")]
    [InlineData("", "DIR needs the name of a folder.")]
    [InlineData("site --name=\t", "--name needs one line of text")]
    [InlineData("site --name=a\nb", "--name needs one line of text")]
    public async Task An_invalid_folder_or_name_is_rejected(string arguments, string message)
    {
        _folder.Write("file", "");
        var run = await Tool.RunAsync(_folder.Root, ["init", .. arguments.Split(' ')]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Equal(["file"], _folder.Files("."));
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_none_of_the_others_behind()
    {
        NewFile[] files = [new("a/one", ""), new("b/two", ""), new("b/two/three", "")];
        Assert.Throws<FileChangeException>(() => InitCommand.Write(_folder.Combine("new/site"), files));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void A_file_that_is_created_meanwhile_is_kept_and_none_of_the_others_is_left_behind()
    {
        _folder.Write("b/two", "Theirs.");
        NewFile[] files = [new("a/one", ""), new("b/two", "Ours.")];
        Assert.Throws<FileChangeException>(() => InitCommand.Write(_folder.Root, files));
        Assert.Equal(["b/two"], _folder.Files("."));
        Assert.Equal(["b"], Directory.EnumerateFileSystemEntries(_folder.Root).Select(e => Path.GetFileName(e)));
        Assert.Equal("Theirs.", _folder.Read("b/two"));
    }

    [Fact]
    public void The_template_names_the_installed_tool_and_has_no_gap_left()
    {
        var files = StarterFiles.Read("Acme", new(2026, 11, 29));
        Assert.All(files, f => Assert.DoesNotMatch(@"\{\{[a-z-]+\}\}", f.Text));
        Assert.All(files, f => Assert.DoesNotContain("dotnet run", f.Text, StringComparison.Ordinal));
        Assert.All(
            files.Where(f => f.Path.StartsWith(".github/workflows/", StringComparison.Ordinal)),
            f => Assert.Contains("dotnet tool restore", f.Text, StringComparison.Ordinal)
        );
        var tools = JsonDocument.Parse(Text(files, ".config/dotnet-tools.json")).RootElement.GetProperty("tools");
        Assert.Equal(
            StarterFiles.ToolVersion,
            tools.GetProperty("knowledgesite.cli").GetProperty("version").GetString()
        );
    }

    /// <summary>The template must match the output of the tool.</summary>
    [Fact]
    public void The_editor_settings_of_the_template_are_those_of_this_repository()
    {
        var files = StarterFiles.Read("Acme", new(2026, 11, 29));
        Assert.Equal(Plain(Repository(".vscode/settings.json")), Plain(Text(files, ".vscode/settings.json")));
        Assert.Equal(Matchers(Repository(".vscode/tasks.json")), Matchers(Text(files, ".vscode/tasks.json")));

        static string Repository(string path) => File.ReadAllText(Support.Repository.Combine(path));
        static string Plain(string json) =>
            JsonSerializer.Serialize(JsonDocument.Parse(json, WithComments).RootElement);
        static string Matchers(string tasks) =>
            string.Join(
                '\n',
                JsonDocument
                    .Parse(tasks, WithComments)
                    .RootElement.GetProperty("tasks")
                    .EnumerateArray()
                    .Select(t => JsonSerializer.Serialize(t.GetProperty("problemMatcher")))
            );
    }

    [Fact]
    public async Task Folders_are_offered_for_completion()
    {
        _folder.Folder("sites/one");
        var run = await Tool.RunAsync(_folder.Root, "[suggest:11]", " init sites");
        Assert.Equal(["sites/"], Regex.Split(run.Output, "\n").Where(o => o.EndsWith('/')));
    }

    private static string Text(IReadOnlyList<NewFile> files, string path) => files.Single(f => f.Path == path).Text;
}
