using OMem.Recall;

namespace OMem.Evaluation.Tests;

public sealed class WeightTunerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_Conversation_WritesItsProfileAlone()
    {
        var file = Path.Combine(_folder.Path, "weights.json");

        var result = await WeightTuner.RunAsync(Options() with { WeightsFile = file });

        result.Profile.ShouldBe("conversation");
        result.Questions.ShouldBe(6);
        result.Weights.Keys.ShouldBe(RecallWeights.Default.Profile("conversation").Features.Select(f => FeatureCatalog.Get(f).Name));
        await using var stream = File.OpenRead(file);
        var weights = RecallWeights.Load(stream);
        weights.Profile("assistant").Weights.ShouldBe(RecallWeights.Default.Profile("assistant").Weights);
        var learned = weights.Profile("conversation");
        learned.Features.Select(f => Math.Round((double)learned.Weight(f), 2)).ShouldBe(result.Weights.Values);
        weights.Profile("conversation").Weight(Feature.Words).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Run_Twice_WritesEqualBytes()
    {
        var first = Path.Combine(_folder.Path, "1.json");
        var second = Path.Combine(_folder.Path, "2.json");

        await WeightTuner.RunAsync(Options() with { WeightsFile = first });
        await WeightTuner.RunAsync(Options() with { WeightsFile = second, BaseWeights = first });

        (await File.ReadAllBytesAsync(second)).ShouldBe(await File.ReadAllBytesAsync(first));
    }

    [Fact]
    public async Task Run_LeaveOneOut_ReportsEveryQuestionWithUnseenWeights()
    {
        var result = await WeightTuner.RunAsync(Options() with { LeaveOneOut = true });

        var report = result.LeaveOneOut.ShouldNotBeNull();
        report.Systems.Keys.ShouldBe(["omem", "bm25"]);
        report.Systems["omem"].Count.ShouldBe(6);
        report.Configuration.Systems["omem"]["weights"].ShouldContain("leave-one-out");
        report.Systems["omem"].VersusBm25.ShouldNotBeNull();
        var signal = result.Signal.ShouldNotBeNull();
        signal.Samples.ShouldBe(12, "whole conversations and pieces of three turns");
        signal.Unknown.ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public async Task Run_Categories_RestrictWhatIsLearnedFrom() =>
        (await WeightTuner.RunAsync(Options() with { Categories = ["single-hop"] })).Questions.ShouldBe(2);

    [Fact]
    public async Task Run_FeatureLeftOut_GetsNoWeight()
    {
        var file = Path.Combine(_folder.Path, "weights.json");

        var result = await WeightTuner.RunAsync(Options() with { WithoutFeatures = ["words"], WeightsFile = file });

        result.Weights.ContainsKey("words").ShouldBeFalse();
        await using var stream = File.OpenRead(file);
        RecallWeights.Load(stream).Profile("conversation").Weight(Feature.Words).ShouldBe(0);
    }

    [Fact]
    public async Task Run_UnknownFeature_IsAnError()
    {
        var error = await Should.ThrowAsync<ArgumentException>(() => WeightTuner.RunAsync(Options() with { WithoutFeatures = ["magic"] }));

        error.Message.ShouldContain("magic");
    }

    [Fact]
    public async Task Run_NothingToLearn_IsAnError()
    {
        await Should.ThrowAsync<ArgumentException>(() => WeightTuner.RunAsync(Options() with { Categories = ["none"] }));
        var one = Options();
        one = one with { LeaveOneOut = true, Retrieval = one.Retrieval with { Conversations = ["talk-1"] } };
        await Should.ThrowAsync<ArgumentException>(() => WeightTuner.RunAsync(one));
    }

    [Fact]
    public async Task Run_SessionSet_IsAnError()
    {
        _folder.Write("pm/questions_32k.csv", Samples.PersonaMemQuestions);
        _folder.Write("pm/shared_contexts_32k.jsonl", Samples.PersonaMemContexts);
        var options = Options();
        options = options with { Retrieval = options.Retrieval with { Dataset = "personamem-sessions", DataPath = Path.Combine(_folder.Path, "pm") } };

        await Should.ThrowAsync<ArgumentException>(() => WeightTuner.RunAsync(options));
    }

    private TuningOptions Options()
    {
        _folder.Write("data/a.json", Samples.LoCoMo);
        _folder.Write("data/b.json", Samples.LoCoMo.Replace("talk-1", "talk-2", StringComparison.Ordinal));
        return new TuningOptions
        {
            Retrieval = new RetrievalOptions
            {
                Dataset = "locomo",
                DataPath = Path.Combine(_folder.Path, "data"),
                Systems = ["omem", "bm25"],
                Embeddings = new WordHashEmbeddings(),
                CacheDirectory = null,
                BootstrapSamples = 100,
            },
        };
    }
}
