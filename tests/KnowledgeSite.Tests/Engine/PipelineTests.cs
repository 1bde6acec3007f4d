using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;

namespace KnowledgeSite.Tests.Engine;

public sealed class PipelineTests
{
    [Fact]
    public async Task Documents_pass_through_the_modules_of_a_pipeline_in_order()
    {
        var run = await Run(
            Pipeline.Named("Words").Input(new Give("a", "b")).Process(new Append("1")).PostProcess(new Append("2"))
        );
        Assert.Equal(["a12", "b12"], run.DocumentsOf<string>("Words"));
    }

    [Fact]
    public async Task A_pipeline_sees_the_processed_documents_of_one_it_depends_on()
    {
        var run = await Run(
            Pipeline.Named("Second", "First").Process(new TakeDocuments<string>("First")).Process(new Append("!")),
            Pipeline.Named("First").Input(new Give("a")).Process(new Append("1")).PostProcess(new Append("2"))
        );
        Assert.Equal(["a1!"], run.DocumentsOf<string>("Second"));
    }

    [Fact]
    public async Task In_its_process_phase_a_pipeline_sees_no_pipeline_that_it_does_not_depend_on()
    {
        var error = await Assert.ThrowsAsync<PipelineException>(() =>
            Run(
                Pipeline.Named("First").Input(new Give("a")),
                Pipeline.Named("Second").Process(new TakeDocuments<string>("First"))
            )
        );
        Assert.Equal("Pipeline 'Second' reads the documents of 'First' but does not depend on it.", error.Message);
    }

    [Fact]
    public async Task From_post_process_on_a_pipeline_sees_every_other_as_it_was_processed()
    {
        var run = await Run(
            Pipeline.Named("First").Input(new Give("a")).PostProcess(new Append("2")),
            Pipeline.Named("Second").PostProcess(new TakeDocuments<string>("First")),
            Pipeline.Named("Third").Output(new TakeDocuments<string>("First", "Second"))
        );
        Assert.Equal(["a"], run.DocumentsOf<string>("Second"));
        Assert.Equal(["a2", "a"], run.DocumentsOf<string>("Third"));
    }

    [Fact]
    public async Task All_unknown_dependencies_are_named_at_once()
    {
        var error = await Assert.ThrowsAsync<PipelineException>(() =>
            Run(Pipeline.Named("A", "X"), Pipeline.Named("B", "A", "Y"))
        );
        Assert.Equal("No such pipeline: 'A' depends on 'X'; 'B' depends on 'Y'. There are: A, B.", error.Message);
    }

    [Fact]
    public async Task A_circle_of_dependencies_is_shown_as_its_path()
    {
        var error = await Assert.ThrowsAsync<PipelineException>(() =>
            Run(Pipeline.Named("A", "B"), Pipeline.Named("B", "C"), Pipeline.Named("C", "B"))
        );
        Assert.Equal("Pipelines depend on each other in a cycle: B -> C -> B.", error.Message);
    }

    [Fact]
    public async Task Two_pipelines_of_one_name_are_refused() =>
        await Assert.ThrowsAsync<PipelineException>(() => Run(Pipeline.Named("A"), Pipeline.Named("A")));

    [Fact]
    public void A_module_cannot_be_put_before_the_phase_of_the_last_one() =>
        Assert.Throws<PipelineException>(() => Pipeline.Named("A").Output(new Give("a")).Process(new Append("1")));

    [Fact]
    public async Task Every_phase_with_a_module_has_its_time_and_its_documents()
    {
        var run = await Run(Pipeline.Named("Words").Input(new Give("a", "b")).Output(new Append("1")));
        Assert.Equal([(Phase.Input, 2), (Phase.Output, 2)], run.Timings.Select(t => (t.Phase, t.Documents)));
    }

    [Fact]
    public async Task Many_documents_come_back_in_the_order_they_went_in()
    {
        var numbers = Enumerable
            .Range(0, 1000)
            .Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .ToArray();
        var run = await Run(Pipeline.Named("Numbers").Input(new Give(numbers)).Process(new Append("")));
        Assert.Equal(numbers, run.DocumentsOf<string>("Numbers"));
    }

    [Fact]
    public async Task An_interrupted_run_stops_before_its_next_module()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            PipelineRun.ExecuteAsync(
                [Pipeline.Named("A").Input(new Give("a"))],
                new DiagnosticBag(),
                null,
                source.Token
            )
        );
    }

    private static Task<PipelineRun> Run(params Pipeline[] pipelines) =>
        PipelineRun.ExecuteAsync(pipelines, new DiagnosticBag(), null, CancellationToken.None);

    private sealed class Give(params string[] documents) : IModule<NoDocument, string>
    {
        public IReadOnlyList<string> Execute(IReadOnlyList<NoDocument> none, ModuleContext context) => documents;
    }

    private sealed class Append(string ending) : ParallelModule<string, string>
    {
        protected override string? Execute(string document, ModuleContext context) => document + ending;
    }
}
