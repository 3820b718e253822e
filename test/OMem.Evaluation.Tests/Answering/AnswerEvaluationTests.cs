namespace OMem.Evaluation.Tests;

public sealed class AnswerEvaluationTests : IDisposable
{
    private readonly AnswerBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Run_WithoutModel_ScoresEverySystemOnTheSameQuestions()
    {
        var report = await AnswerBench.RunAsync(_bench.Options with { Systems = AnswerSystems.Names.Where(name => name != "omem-ask").ToList() });

        report.Count.ShouldBe(5);
        report.Systems.Keys.ShouldBe(AnswerSystems.Names.Where(name => name != "omem-ask"));
        foreach (var system in report.Systems.Values)
        {
            system.Errors.ShouldBe(0);
            system.All["f1"].N.ShouldBe(4);
            system.All["abstention"].N.ShouldBe(1);
            system.Categories["category-1-4"]["f1"].N.ShouldBe(4);
            system.Cost.Calls.ShouldBe(0);
        }

        report.Systems["full-context"].All["evidence"].Value.ShouldBe(1);
        report.Systems["no-memory"].All["evidence"].Value.ShouldBe(0);
        report.Systems["no-memory"].All["abstention"].Value.ShouldBe(1);
        report.Systems["omem"].Build!.Messages.ShouldBe(5);
        report.Comparisons.ShouldContain(c => c.Baseline == "no-memory" && c.Group == "category-1-4" && c.Metric == "f1" && c.N == 4);
        report.Comparisons.Where(c => c is { Baseline: "no-memory", Metric: "evidence", Group: "all" }).ShouldHaveSingleItem().Difference.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Run_OnlyAdversarialQuestions_HasNoHeadlineGroup()
    {
        _bench.Write("talk.json", Samples.LoCoMo.Replace("\"category\": 4", "\"category\": 5", StringComparison.Ordinal));
        var report = await AnswerBench.RunAsync(_bench.Options with { Limit = 1 });

        report.Headline.ShouldBeNull();
        report.ToMarkdown().ShouldContain("## all");
        AnswerPlots.Quality(report).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Run_Again_AsksNothingAndSaysTheSame()
    {
        var first = await AnswerBench.RunAsync(_bench.Options);
        var length = new FileInfo(_bench.Journal).Length;
        var second = await AnswerBench.RunAsync(_bench.Options);

        second.ToJson().ShouldBe(first.ToJson());
        second.ToMarkdown().ShouldBe(first.ToMarkdown());
        new FileInfo(_bench.Journal).Length.ShouldBe(length);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    [InlineData(0.55)]
    [InlineData(0.8)]
    [InlineData(0.999)]
    public async Task Run_JournalCutAnywhere_GoesOnToTheSameReport(double share)
    {
        var whole = await AnswerBench.RunAsync(_bench.Options);
        await using (var journal = new FileStream(_bench.Journal, FileMode.Open))
        {
            journal.SetLength((long)(journal.Length * share));
        }

        var resumed = await AnswerBench.RunAsync(_bench.Options);

        resumed.ToJson(timings: false).ShouldBe(whole.ToJson(timings: false));
        AnswerMisses.Write(resumed).ShouldBe(AnswerMisses.Write(whole));
        AnswerLines.Write(resumed).ShouldBe(AnswerLines.Write(whole));
    }

    [Fact]
    public async Task Run_MoreSystemsLater_KeepsWhatIsThere()
    {
        await AnswerBench.RunAsync(_bench.Options with { Systems = ["bm25"] });
        var before = await File.ReadAllTextAsync(_bench.Journal, TestContext.Current.CancellationToken);
        var report = await AnswerBench.RunAsync(_bench.Options with { Systems = ["omem", "bm25"] });

        (await File.ReadAllTextAsync(_bench.Journal, TestContext.Current.CancellationToken)).ShouldStartWith(before);
        report.Systems.Keys.ShouldBe(["omem", "bm25"]);
    }

    [Fact]
    public async Task Run_OtherSettings_AreRefusedByName()
    {
        await AnswerBench.RunAsync(_bench.Options with { Systems = ["bm25"] });
        var fault = await Should.ThrowAsync<AnswerRunException>(() => AnswerBench.RunAsync(_bench.Options with { Systems = ["bm25"], TokenBudget = 77 }));

        fault.Message.ShouldContain("tokenBudget (was 1000, is 77)");
        fault.Message.ShouldContain("--out");
    }

    [Fact]
    public async Task Run_DamagedJournal_NamesTheLine()
    {
        await AnswerBench.RunAsync(_bench.Options with { Systems = ["bm25"] });
        var lines = await File.ReadAllLinesAsync(_bench.Journal, TestContext.Current.CancellationToken);
        lines[2] = "{oops";
        await File.WriteAllLinesAsync(_bench.Journal, lines, TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<AnswerRunException>(() => AnswerBench.RunAsync(_bench.Options))).Message.ShouldContain("journal.jsonl:3 is not a line of a journal");
    }

    [Fact]
    public async Task Run_FolderInUse_SaysSo()
    {
        Directory.CreateDirectory(_bench.RunDirectory);
        await using var held = new FileStream(_bench.Journal, FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        (await Should.ThrowAsync<AnswerRunException>(() => AnswerBench.RunAsync(_bench.Options))).Message.ShouldContain("another process");
    }

    [Fact]
    public async Task Run_UnknownSystem_NamesThoseThereAre() =>
        (await Should.ThrowAsync<ArgumentException>(() => AnswerBench.RunAsync(_bench.Options with { Systems = ["mem"] }))).Message.ShouldContain("omem, omem-ask, rag");

    [Theory]
    [InlineData("rag")]
    [InlineData("paper")]
    public async Task Run_SystemWithoutItsModel_SaysWhatIsMissing(string system) =>
        (await Should.ThrowAsync<ArgumentException>(() => AnswerBench.RunAsync(_bench.Options with { Systems = [system], Embeddings = null })))
            .Message.ShouldContain("needs an embedding model");

    [Fact]
    public async Task Run_Cancelled_KeepsTheJournal()
    {
        using var cancelled = new CancellationTokenSource();
        var progress = new CancelAfter(cancelled, asks: 7);
        await Should.ThrowAsync<OperationCanceledException>(() => AnswerEvaluation.RunAsync(_bench.Options, progress, cancelled.Token));
        var answered = (await File.ReadAllLinesAsync(_bench.Journal, TestContext.Current.CancellationToken)).Count(line => line.Contains("\"answer\"", StringComparison.Ordinal));
        answered.ShouldBeGreaterThan(0);

        var resumed = await AnswerBench.RunAsync(_bench.Options);
        var whole = await AnswerBench.RunAsync(_bench.Options with { RunDirectory = _bench.RunDirectory + "2" });
        resumed.ToJson(timings: false).ShouldBe(whole.ToJson(timings: false));
    }

    [Fact]
    public async Task Write_Report_LeavesEveryFile()
    {
        var report = await AnswerBench.RunAsync(_bench.Options);
        await AnswerReportFiles.WriteAsync(report, _bench.RunDirectory, TestContext.Current.CancellationToken);

        foreach (var plot in (string[])[AnswerReportFiles.QualityPlot, AnswerReportFiles.CostPlot])
        {
            (await File.ReadAllBytesAsync(Path.Combine(_bench.RunDirectory, plot), TestContext.Current.CancellationToken)).Take(4).ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
        }

        var markdown = await File.ReadAllTextAsync(Path.Combine(_bench.RunDirectory, AnswerReportFiles.Markdown), TestContext.Current.CancellationToken);
        markdown.ShouldContain("| omem |");
        markdown.ShouldContain("answer.reader: extractive");
        markdown.ShouldContain("## Cost of building");
        var lines = await File.ReadAllLinesAsync(Path.Combine(_bench.RunDirectory, AnswerReportFiles.Questions), TestContext.Current.CancellationToken);
        lines.Length.ShouldBe(report.Systems.Count * report.Count);
    }

    private sealed class CancelAfter(CancellationTokenSource source, int asks) : IProgress<EvaluationProgress>
    {
        private int _left = asks;

        public void Report(EvaluationProgress value)
        {
            if (value.Stage is "ask" && --_left == 0)
            {
                source.Cancel();
            }
        }
    }
}
