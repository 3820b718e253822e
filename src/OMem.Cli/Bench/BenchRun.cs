using Microsoft.Extensions.AI;
using OMem.Cli.Hosting;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;
using OMem.Evaluation;
using OMem.Evaluation.Synthetic;

namespace OMem.Cli.Bench;

/// <summary>Measures one size: store a seeded chat, open it cold, ask it, and ask BM25 alone the same questions.</summary>
internal sealed class BenchRun(CliHost host, CliSettings settings, int seed, int questions)
{
    private const int BatchSize = 256;
    private const int WarmUpQuestions = 20;

    private static readonly MemoryScope Scope = new("bench", "mara");

    /// <summary>Runs one size in a place of its own, which is removed afterwards.</summary>
    public async Task<BenchRow> RunAsync(int size, IProgress<double> bar, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bar);
        var place = Directory.CreateTempSubdirectory("omem-bench-");
        try
        {
            var here = settings with { Data = new Setting(place.FullName, "bench") };
            var chat = new SyntheticChat(seed);
            var messages = chat.Messages(0, size);
            var asked = Enumerable.Range(0, questions + WarmUpQuestions).Select(_ => chat.Question()).ToList();

            var embed = await EmbedAsync(messages, cancellationToken);
            bar.Report(0.3);
            var remember = await RememberAsync(here, messages, cancellationToken);
            bar.Report(0.7);
            var (open, recall, stats) = await RecallAsync(here, asked, cancellationToken);
            bar.Report(0.9);
            var bm25 = await Bm25Async(messages, asked, cancellationToken);
            bar.Report(1);

            var rememberRate = size / remember.TotalSeconds;
            var embedRate = embed is { } time ? size / time.TotalSeconds : (double?)null;
            return new BenchRow(
                size, rememberRate, embedRate, embedRate is null ? null : rememberRate / embedRate, open.TotalMilliseconds, recall, bm25, recall.P50 / bm25.P50,
                (double)stats.IndexBytes / size, (double)stats.VectorBytes / size, (double)stats.StoreBytes / size);
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    /// <summary>The bare embedding of the same batches, by a generator of its own so that nothing is cached; null without a model.</summary>
    private async Task<TimeSpan?> EmbedAsync(IReadOnlyList<Interaction> messages, CancellationToken cancellationToken)
    {
        using var generator = EmbeddingsFactory.Create(settings);
        if (generator is null)
        {
            return null;
        }

        await generator.GenerateAsync(["warm up"], cancellationToken: cancellationToken);
        var started = host.Time.GetTimestamp();
        foreach (var batch in messages.Chunk(BatchSize))
        {
            await generator.GenerateAsync(batch.Select(message => $"{message.Speaker}: {message.Text}"), cancellationToken: cancellationToken);
        }

        return host.Time.GetElapsedTime(started);
    }

    private async Task<TimeSpan> RememberAsync(CliSettings here, IReadOnlyList<Interaction> messages, CancellationToken cancellationToken)
    {
        await using var engine = await host.OpenEngine(here, cancellationToken);
        await engine.ListScopesAsync(cancellationToken);
        var memory = engine.ForScope(Scope);
        var started = host.Time.GetTimestamp();
        foreach (var batch in messages.Chunk(BatchSize))
        {
            await memory.RememberAsync(batch, cancellationToken);
        }

        return host.Time.GetElapsedTime(started);
    }

    private async Task<(TimeSpan Open, BenchTimes Recall, MemoryStats Stats)> RecallAsync(CliSettings here, List<string> asked, CancellationToken cancellationToken)
    {
        var started = host.Time.GetTimestamp();
        await using var engine = await host.OpenEngine(here, cancellationToken);
        var memory = engine.ForScope(Scope);
        await memory.RecallAsync(new RecallQuery(asked[0]), cancellationToken);
        var open = host.Time.GetElapsedTime(started);
        var times = await TimeAsync(asked, text => memory.RecallAsync(new RecallQuery(text), cancellationToken));
        return (open, times, await memory.GetStatsAsync(cancellationToken));
    }

    private async Task<BenchTimes> Bm25Async(IReadOnlyList<Interaction> messages, List<string> asked, CancellationToken cancellationToken)
    {
        await using var index = await new Bm25System().IndexAsync(new EvaluationConversation("bench", messages, []), cancellationToken);
        return await TimeAsync(asked, text => index.RankAsync(text, cancellationToken).AsTask());
    }

    private async Task<BenchTimes> TimeAsync(List<string> asked, Func<string, Task> ask)
    {
        foreach (var text in asked.Take(WarmUpQuestions))
        {
            await ask(text);
        }

        var times = new List<double>(questions);
        foreach (var text in asked.Skip(WarmUpQuestions))
        {
            var started = host.Time.GetTimestamp();
            await ask(text);
            times.Add(host.Time.GetElapsedTime(started).TotalMilliseconds);
        }

        return BenchTimes.Of(times);
    }
}
