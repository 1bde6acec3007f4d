using KnowledgeSite.Diagnostics;
using KnowledgeSite.Engine;

namespace KnowledgeSite.Tests.Engine;

public sealed class PipelineTests
{
    private static readonly Pipeline<IReadOnlyList<string>> First = Pipeline
        .Named("First")
        .Input(new Give("a"))
        .Process(new Append("1"));

    [Fact]
    public async Task Documents_pass_through_the_modules_of_a_pipeline_in_order() =>
        Assert.Equal(
            ["a12", "b12"],
            await RunAsync(
                Pipeline.Named("Words").Input(new Give("a", "b")).Process(new Append("1")).PostProcess(new Append("2"))
            )
        );

    [Fact]
    public async Task A_pipeline_starts_from_the_result_of_another() =>
        Assert.Equal(["a1!"], await RunAsync(Pipeline.Named("Second", First).Process(new Append("!"))));

    [Fact]
    public async Task A_module_reads_the_results_of_other_pipelines()
    {
        var second = Pipeline.Named("Second", First).Process(new Append("2"));
        var third = Pipeline.Named("Third", second).PostProcess(new AppendAll(First, second));
        Assert.Equal(["a12a1a12"], await RunAsync(third));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pipeline_reads_another_of_the_same_phase(bool isOutput)
    {
        var late = Add(Pipeline.Named("Late", First), new Append("2"));
        Assert.Equal(["a12a12"], await RunAsync(Add(Pipeline.Named("Later", late), new AppendAll(late))));

        Pipeline<IReadOnlyList<string>> Add(
            Pipeline<IReadOnlyList<string>> pipeline,
            IModule<IReadOnlyList<string>, IReadOnlyList<string>> module
        ) => isOutput ? pipeline.Output(module) : pipeline.PostProcess(module);
    }

    [Fact]
    public async Task A_function_reads_the_pipelines_that_are_listed_with_it()
    {
        var second = Pipeline.Constant<IReadOnlyList<string>>("Second", ["b"]);
        IReadOnlyList<string> Join(IReadOnlyList<string> documents, ModuleContext context) =>
            [.. documents, .. context.Read(second)];
        Assert.Equal(["a1", "b"], await RunAsync(Pipeline.Named("Listed", First).Process(Join, second)));
        await Assert.ThrowsAsync<PipelineException>(() => RunAsync(Pipeline.Named("Unlisted", First).Process(Join)));
    }

    [Fact]
    public async Task A_module_reads_only_the_pipelines_that_it_lists()
    {
        var error = await Assert.ThrowsAsync<PipelineException>(() =>
            RunAsync(Pipeline.Named("Second", First).Process(new ReadInSecret(First)))
        );
        Assert.Equal("Pipeline 'Second': ReadInSecret reads 'Hidden', but does not list it.", error.Message);
    }

    [Fact]
    public void A_module_cannot_read_a_result_that_is_complete_only_in_a_later_phase()
    {
        var late = Pipeline.Named("Late", First).Output(new Append("2"));
        var error = Assert.Throws<PipelineException>(() =>
            Pipeline.Named("Early", First).PostProcess(new AppendAll(late))
        );
        Assert.Equal(
            "Pipeline 'Early': AppendAll reads 'Late' in phase PostProcess, but it is complete only in Output.",
            error.Message
        );
    }

    [Fact]
    public void No_module_reads_another_pipeline_in_its_input_phase()
    {
        var error = Assert.Throws<PipelineException>(() => Pipeline.Named("Second", First).Input(new Append("!")));
        Assert.Equal(
            "Pipeline 'Second': Append reads 'First' in phase Input, but it is complete only in Process.",
            error.Message
        );
    }

    [Fact]
    public async Task Two_pipelines_of_one_name_are_refused()
    {
        var error = await Assert.ThrowsAsync<PipelineException>(() =>
            RunAsync(Pipeline.Named("First", First).Process(new Append("!")))
        );
        Assert.Equal("More than one pipeline is named 'First'.", error.Message);
    }

    [Fact]
    public async Task A_pipeline_without_a_module_is_refused()
    {
        var error = await Assert.ThrowsAsync<PipelineException>(() => RunAsync(Pipeline.Named("Second", First)));
        Assert.Equal("Pipeline 'Second' has no module.", error.Message);
    }

    [Fact]
    public void A_module_cannot_be_put_before_the_phase_of_the_last_one() =>
        Assert.Throws<PipelineException>(() => Pipeline.Named("A").Output(new Give("a")).Process(new Append("1")));

    [Fact]
    public async Task A_pipeline_that_reads_a_missing_result_is_skipped()
    {
        var none = Pipeline.Named("None", First).Process(new GiveNothing());
        var next = Pipeline.Named("Next", none).Process(new Append("!"));
        var other = Pipeline.Named("Other", First).Process(new AppendAll(none));
        var run = await PipelineRun.ExecuteAsync([next, other], new());
        Assert.Null(run.Find(none));
        Assert.Null(run.Find(next));
        Assert.Null(run.Find(other));
        Assert.Equal(["a1"], run.Find(First));
        Assert.Equal(["First", "First"], run.Timings.Select(t => t.Pipeline));
    }

    [Fact]
    public async Task Only_the_wanted_pipelines_run_and_those_that_they_read()
    {
        var second = Pipeline.Named("Second", First).Process(new Append("2"));
        var third = Pipeline.Named("Third", second).Process(new Append("3"));
        var run = await PipelineRun.ExecuteAsync([second], new());
        Assert.Equal(["a12"], run.Find(second));
        Assert.Null(run.Find(third));
    }

    [Fact]
    public async Task A_run_uses_the_results_of_an_earlier_one()
    {
        var second = Pipeline.Named("Second", First).Process(new Append("2"));
        var earlier = await PipelineRun.ExecuteAsync([second], new());
        var third = Pipeline.Named("Third", second).Process(new AppendAll(First));
        var run = await PipelineRun.ExecuteAsync([third], new(), earlier: earlier);
        Assert.Equal(["a12a1"], run.Find(third));
        Assert.Equal(["Third"], run.Timings.Select(t => t.Pipeline));
    }

    [Fact]
    public async Task Every_phase_with_a_module_has_its_time_and_its_documents()
    {
        var run = await PipelineRun.ExecuteAsync(
            [Pipeline.Named("Words").Input(new Give("a", "b")).Output(new Append("1"))],
            new()
        );
        Assert.Equal([(Phase.Input, 2), (Phase.Output, 2)], run.Timings.Select(t => (t.Phase, t.Documents)));
    }

    [Fact]
    public async Task Many_documents_come_back_in_the_order_they_went_in()
    {
        var numbers = Enumerable
            .Range(0, 1000)
            .Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .ToArray();
        Assert.Equal(
            numbers,
            await RunAsync(Pipeline.Named("Numbers").Input(new Give(numbers)).Process(new Append("")))
        );
    }

    [Fact]
    public async Task An_interrupted_run_stops_before_its_next_module()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            PipelineRun.ExecuteAsync([First], new(), cancellation: source.Token)
        );
    }

    private static async Task<IReadOnlyList<string>?> RunAsync(Pipeline<IReadOnlyList<string>> pipeline) =>
        (await PipelineRun.ExecuteAsync([pipeline], new DiagnosticBag())).Find(pipeline);

    private sealed class Give(params string[] documents) : IModule<NoInput, IReadOnlyList<string>>
    {
        public IReadOnlyList<string> Execute(NoInput input, ModuleContext context) => documents;
    }

    private sealed class GiveNothing : IModule<IReadOnlyList<string>, IReadOnlyList<string>>
    {
        public IReadOnlyList<string>? Execute(IReadOnlyList<string> documents, ModuleContext context) => null;
    }

    private sealed class Append(string ending) : IModule<IReadOnlyList<string>, IReadOnlyList<string>>
    {
        public IReadOnlyList<string> Execute(IReadOnlyList<string> documents, ModuleContext context) =>
            EachDocument.Select<string, string>((document, _) => document + ending)(documents, context);
    }

    private sealed class AppendAll(params Pipeline<IReadOnlyList<string>>[] pipelines)
        : IModule<IReadOnlyList<string>, IReadOnlyList<string>>
    {
        public IReadOnlyList<Pipeline> Reads => pipelines;

        public IReadOnlyList<string> Execute(IReadOnlyList<string> documents, ModuleContext context) =>
            [.. documents.Select(d => d + string.Concat(pipelines.SelectMany(context.Read)))];
    }

    private sealed class ReadInSecret(Pipeline<IReadOnlyList<string>> source)
        : IModule<IReadOnlyList<string>, IReadOnlyList<string>>
    {
        private readonly Pipeline<IReadOnlyList<string>> _hidden = Pipeline
            .Named("Hidden", source)
            .Process(new Append("?"));

        public IReadOnlyList<string> Execute(IReadOnlyList<string> documents, ModuleContext context) =>
            context.Read(_hidden);
    }
}
