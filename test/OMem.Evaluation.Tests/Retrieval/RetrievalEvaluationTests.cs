using System.Globalization;
using System.Text.Json;

namespace OMem.Evaluation.Tests;

public sealed class RetrievalEvaluationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_ToyConversation_ScoresTheBaselines()
    {
        var report = await RunAsync(Options());

        report.Dataset.ShouldBe("locomo");
        report.Count.ShouldBe(3);
        report.Turns.ShouldBe(5);
        report.Granularity.ShouldBe("turn");
        var bm25 = report.Systems["bm25"];
        bm25.Count.ShouldBe(3);
        bm25.RecallAt20.ShouldBe(1);
        bm25.Categories["single-hop"].RecallAt1.ShouldBe(1);
        bm25.Categories["category-1-4"].Count.ShouldBe(2);
        bm25.VersusBm25.ShouldBeNull();
        report.Systems["dense"].VersusBm25!["recall@10"].Interval.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Run_Json_HasTheDocumentedKeys()
    {
        using var json = JsonDocument.Parse((await RunAsync(Options())).ToJson());

        var root = json.RootElement;
        root.EnumerateObject().Select(p => p.Name).ShouldBe(
            ["dataset", "dataHash", "granularity", "conversations", "turns", "n", "dropped", "configuration", "systems"]);
        var dense = root.GetProperty("systems").GetProperty("dense");
        dense.EnumerateObject().Select(p => p.Name).ShouldBe(
            [
                "recall@1", "recall@5", "recall@10", "recall@20", "ndcg@10", "mrr", "mrr@10", "full@20", "recallAtTokens", "n", "ci95",
                "tokenCurve", "vsBm25", "categories", "queryMs", "indexSeconds",
            ]);
        dense.GetProperty("recallAtTokens").EnumerateObject().Select(p => p.Name).ShouldBe(["500", "1000", "1500", "3000"]);
        dense.GetProperty("ci95").GetProperty("recallAtTokens.1000").GetArrayLength().ShouldBe(2);
        dense.GetProperty("queryMs").GetProperty("p95").GetDouble().ShouldBeGreaterThanOrEqualTo(0);
        root.GetProperty("configuration").GetProperty("embedder").GetProperty("id").GetString().ShouldBe("word-hash");
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public async Task Run_Twice_GivesEqualBytesWithoutTimes(string culture)
    {
        var first = (await RunAsync(Options())).ToJson(timings: false);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            (await RunAsync(Options())).ToJson(timings: false).ShouldBe(first);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        first.ShouldNotContain("queryMs");
    }

    [Fact]
    public async Task Run_LimitAndConversations_AreKeptAndReported()
    {
        var options = Options();
        _folder.Write("data/other.json", Samples.LoCoMo.Replace("talk-1", "talk-2", StringComparison.Ordinal));

        var report = await RunAsync(options with { DataPath = Path.Combine(_folder.Path, "data"), Limit = 1, Conversations = ["talk-2"] });

        report.Count.ShouldBe(1);
        report.Conversations.ShouldBe(1);
        report.Configuration.Limit.ShouldBe(1);
        report.Configuration.OnlyConversations.ShouldBe(["talk-2"]);
    }

    [Fact]
    public async Task Run_Progress_CountsEveryQuestionOfEverySystem()
    {
        var progress = new Recorder();

        await RetrievalEvaluation.RunAsync(Options(), progress);

        progress.Reports[0].Stage.ShouldBe("read");
        progress.Reports.Where(r => r.Stage == "ask").Select(r => r.Done).ShouldBe([1, 2, 3, 4, 5, 6]);
        progress.Reports.Where(r => r.Stage == "ask").ShouldAllBe(r => r.Total == 6 && r.Conversation == "talk-1");
        progress.Reports[^1].Stage.ShouldBe("report");
    }

    [Fact]
    public async Task Run_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => RetrievalEvaluation.RunAsync(Options(), null, source.Token));
    }

    [Fact]
    public async Task Run_UnknownNames_AreErrorsThatListTheKnownOnes()
    {
        var system = await Should.ThrowAsync<ArgumentException>(() => RunAsync(Options() with { Systems = ["magic"] }));
        system.Message.ShouldContain("bm25-user-first");
        var dataset = await Should.ThrowAsync<ArgumentException>(() => RunAsync(Options() with { Dataset = "magic" }));
        dataset.Message.ShouldContain("personamem-sessions");
        var conversation = await Should.ThrowAsync<ArgumentException>(() => RunAsync(Options() with { Conversations = ["magic"] }));
        conversation.Message.ShouldContain("talk-1");
        await Should.ThrowAsync<ArgumentException>(() => RunAsync(Options() with { Embeddings = null, Systems = ["dense"] }));
    }

    [Fact]
    public async Task Run_EveryDataset_Works()
    {
        _folder.Write("beam/c/chat.json", Samples.BeamChat);
        _folder.Write("beam/c/probing_questions/probing_questions.json", Samples.BeamQuestions);
        _folder.Write("pm/questions_32k.csv", Samples.PersonaMemQuestions);
        _folder.Write("pm/shared_contexts_32k.jsonl", Samples.PersonaMemContexts);

        var beam = await RunAsync(Options() with { Dataset = "beam", DataPath = Path.Combine(_folder.Path, "beam"), Systems = ["bm25", "bm25-user-first"] });
        var persona = await RunAsync(Options() with { Dataset = "personamem-sessions", DataPath = Path.Combine(_folder.Path, "pm"), Systems = ["bm25"] });

        beam.Systems.Keys.ShouldBe(["bm25", "bm25-user-first"]);
        beam.Count.ShouldBe(3);
        persona.Granularity.ShouldBe("session");
        persona.Systems["bm25"].RecallAt1.ShouldBe(1);
    }

    private Task<RetrievalReport> RunAsync(RetrievalOptions options) => RetrievalEvaluation.RunAsync(options);

    private RetrievalOptions Options() => new()
    {
        Dataset = "locomo",
        DataPath = _folder.Write("data/talk.json", Samples.LoCoMo),
        Systems = ["bm25", "dense"],
        Embeddings = new WordHashEmbeddings(),
        CacheDirectory = Path.Combine(_folder.Path, "cache"),
        BootstrapSamples = 200,
    };

    private sealed class Recorder : IProgress<EvaluationProgress>
    {
        public List<EvaluationProgress> Reports { get; } = [];

        public void Report(EvaluationProgress value) => Reports.Add(value);
    }
}
