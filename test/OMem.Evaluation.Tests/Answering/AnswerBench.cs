using Microsoft.Extensions.AI;
using OMem.ChatClients;
using OMem.LoopbackModel;

namespace OMem.Evaluation.Tests;

/// <summary>A folder with a small set, and runs on it: without a model, or with the server on loopback.</summary>
internal sealed class AnswerBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<ChatModels> _models = [];

    public AnswerBench() => File = _folder.Write("talk.json", Samples.LoCoMo);

    public string File { get; }

    public string RunDirectory => Path.Combine(_folder.Path, "run");

    public string Journal => Path.Combine(RunDirectory, RunJournal.FileName);

    public AnswerRunOptions Options => new()
    {
        Dataset = "locomo",
        DataPath = File,
        RunDirectory = RunDirectory,
        Embeddings = new WordHashEmbeddings(),
        CacheDirectory = null,
        BootstrapSamples = 50,
        PermutationSamples = 99,
        Limits = new ModelOptions { RetryDelay = TimeSpan.Zero },
    };

    public string Write(string name, string content) => _folder.Write(name, content);

    /// <summary>The client of a server, as the program makes it.</summary>
    public IChatClient Client(LoopbackServer server)
    {
        var models = ChatModels.Create(
            new ChatModelsSettings { Default = new ModelSettings { Endpoint = server.Endpoint.AbsoluteUri, Model = "scripted" } }, _ => null);
        _models.Add(models);
        return models.For(ModelRole.Answerer)!;
    }

    public static Task<AnswerReport> RunAsync(AnswerRunOptions options) =>
        AnswerEvaluation.RunAsync(options, progress: null, TestContext.Current.CancellationToken);

    public static Task<LoopbackServer> ServeAsync(Func<LoopbackRequest, string?> answer, FaultPlan? faults = null) => LoopbackServer.StartAsync(
        new LoopbackOptions { Answerer = LoopbackAnswerers.Of(answer), Faults = faults ?? FaultPlans.None, RetryAfter = null },
        TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _models.ForEach(models => models.Dispose());
        _folder.Dispose();
    }
}
