using OMem.LoopbackModel;
using OMem.Models;

namespace OMem.Evaluation.Tests;

/// <summary>The row of the published method when a model can read for it.</summary>
public sealed class PaperAnswersTests : IDisposable
{
    private readonly AnswerBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Run_WithAReader_BuildsAMemoryOfItsOwnAndSaysWhatItCost()
    {
        await using var server = await LoopbackServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var options = _bench.Options with { Systems = ["omem", "paper"], Models = new MemoryModels { Reader = _bench.Client(server) } };

        var report = await AnswerBench.RunAsync(options);

        var (own, paper) = (report.Systems["omem"].Build!, report.Systems["paper"].Build!);
        own.Messages.ShouldBe(paper.Messages);
        paper.Stages.Single(stage => stage.Stage == "Read").Calls.ShouldBe(paper.Messages);
        own.Stages.Single(stage => stage.Stage == "Read").Calls.ShouldBeLessThan(paper.Messages);
        report.Systems["paper"].Errors.ShouldBe(0);
        report.Configuration.Systems["paper"]["k"].ShouldBe("attributes 1, facts 9, topics 18");
        report.Configuration.Systems["paper"]["deviations"].ShouldContain("the item is added and the ledger says why");
        report.ToMarkdown().ShouldContain("## Cost of building by the published method");
        report.Steps.Select(static step => step.Method).Distinct().ShouldBe([MemoryMethod.OMem, MemoryMethod.Paper]);
        AnswerPlots.Building(report).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Run_Again_PaysNothing()
    {
        await using var server = await LoopbackServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var options = _bench.Options with { Systems = ["paper"], Models = new MemoryModels { Reader = _bench.Client(server) } };
        var first = await AnswerBench.RunAsync(options);
        var calls = server.Log.Count;

        var second = await AnswerBench.RunAsync(options);

        server.Log.Count.ShouldBe(calls);
        second.ToJson(timings: false).ShouldBe(first.ToJson(timings: false));
    }

    [Fact]
    public async Task Run_WithoutAnEncoder_NeedsOnlyTheReader()
    {
        await using var server = await LoopbackServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var report = await AnswerBench.RunAsync(_bench.Options with { Systems = ["paper"], Embeddings = null, Models = new MemoryModels { Reader = _bench.Client(server) } });

        report.Configuration.Systems["paper"]["encoder"].ShouldBe("none: overlap of stems");
        report.Systems["paper"].Errors.ShouldBe(0);
    }
}
