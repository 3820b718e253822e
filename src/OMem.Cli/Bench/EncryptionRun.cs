using OMem.Cli.Hosting;
using OMem.Cli.Settings;
using OMem.Encryption;
using OMem.Evaluation.Synthetic;

namespace OMem.Cli.Bench;

/// <summary>
/// Measures what encryption at rest costs: the same seeded chat into a plain and into an encrypted store, in one process, batch by batch and question
/// by question in turns, so that whatever else the machine does falls on both.
/// </summary>
internal sealed class EncryptionRun(CliHost host, CliSettings settings, int seed, int questions, int statementEvery)
{
    private const int BatchSize = 256;
    private const int WarmUpMessages = 512;
    private const int WarmUpQuestions = 20;
    private const int Openings = 7;

    private static readonly MemoryScope Scope = new("bench", "mara");

    /// <summary>Runs it in places of its own, which are removed afterwards.</summary>
    /// <param name="messages">Messages in each memory.</param>
    /// <param name="bar">Receives the share that is done, 0-1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<EncryptionRow> RunAsync(int messages, IProgress<double> bar, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bar);
        var place = Directory.CreateTempSubdirectory("omem-encryption-");
        var key = MasterKeys.NewKey();
        var keys = KeySettings.Resolve(null, name => name is KeySettings.Variable ? key : null);
        try
        {
            // What a first run costs the process itself is no cost of either.
            await WriteAsync(Sides("warm-up"), new SyntheticChat(seed + 1, statementEvery).Messages(0, WarmUpMessages), new Progress<double>(), cancellationToken);
            var chat = new SyntheticChat(seed, statementEvery);
            var said = chat.Messages(0, messages);
            var asked = Enumerable.Range(0, questions + WarmUpQuestions).Select(_ => chat.Question()).ToList();
            var sides = Sides("measured");
            await WriteAsync(sides, said, bar, cancellationToken);
            await OpenAsync(sides, cancellationToken);
            bar.Report(0.8);
            await AskAsync(sides, asked, cancellationToken);
            bar.Report(1);
            return new EncryptionRow(messages, sides[0].Result(messages), sides[1].Result(messages));
        }
        finally
        {
            place.Delete(recursive: true);
        }

        Side[] Sides(string name) =>
        [
            new(settings with { Keys = KeySettings.None, Data = new Setting(Path.Combine(place.FullName, name, "plain"), "bench") }),
            new(settings with { Keys = keys, Data = new Setting(Path.Combine(place.FullName, name, "sealed"), "bench") }),
        ];
    }

    private async Task WriteAsync(Side[] sides, IReadOnlyList<Interaction> messages, IProgress<double> bar, CancellationToken cancellationToken)
    {
        foreach (var side in sides)
        {
            side.Engine = await host.OpenEngine(side.Settings, cancellationToken);
            await side.Engine.ListScopesAsync(cancellationToken);
        }

        var done = 0;
        foreach (var batch in messages.Chunk(BatchSize))
        {
            await InTurnsAsync(sides, done / BatchSize, async side =>
            {
                var memory = side.Engine!.ForScope(Scope);
                side.Remember += await TimeAsync(() => memory.RememberAsync(batch, cancellationToken));
                side.Understand += await TimeAsync(() => memory.FlushAsync(cancellationToken: cancellationToken));
            });
            done += batch.Length;
            bar.Report(0.7 * done / messages.Count);
        }

        foreach (var side in sides)
        {
            side.StoreBytes = (await side.Engine!.ForScope(Scope).GetStatsAsync(cancellationToken)).StoreBytes;
            await side.Engine.DisposeAsync();
        }
    }

    private Task OpenAsync(Side[] sides, CancellationToken cancellationToken) => EachAsync(Openings, sides, async side =>
    {
        side.Opened.Add((await TimeAsync(async () =>
        {
            side.Engine = await host.OpenEngine(side.Settings, cancellationToken);
            await side.Engine.ForScope(Scope).RecallAsync(new RecallQuery("kettle"), cancellationToken);
        })).TotalMilliseconds);
        await side.Engine!.DisposeAsync();
    });

    private async Task AskAsync(Side[] sides, List<string> asked, CancellationToken cancellationToken)
    {
        foreach (var side in sides)
        {
            side.Engine = await host.OpenEngine(side.Settings, cancellationToken);
        }

        for (var i = 0; i < asked.Count; i++)
        {
            await InTurnsAsync(sides, i, async side =>
            {
                var time = await TimeAsync(() => side.Engine!.ForScope(Scope).RecallAsync(new RecallQuery(asked[i]), cancellationToken));
                if (i >= WarmUpQuestions)
                {
                    side.Recalled.Add(time.TotalMilliseconds);
                }
            });
        }

        foreach (var side in sides)
        {
            await side.Engine!.DisposeAsync();
        }
    }

    private static async Task EachAsync(int times, Side[] sides, Func<Side, Task> work)
    {
        for (var i = 0; i < times; i++)
        {
            await InTurnsAsync(sides, i, work);
        }
    }

    /// <summary>Now the one first, now the other.</summary>
    private static async Task InTurnsAsync(Side[] sides, int turn, Func<Side, Task> work)
    {
        await work(sides[turn % 2]);
        await work(sides[(turn + 1) % 2]);
    }

    private async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var started = host.Time.GetTimestamp();
        await work();
        return host.Time.GetElapsedTime(started);
    }

    /// <summary>One of the two stores, and what was measured of it.</summary>
    private sealed class Side(CliSettings settings)
    {
        public CliSettings Settings => settings;

        public IMemoryEngine? Engine { get; set; }

        public TimeSpan Remember { get; set; }

        public TimeSpan Understand { get; set; }

        public long StoreBytes { get; set; }

        public List<double> Opened { get; } = [];

        public List<double> Recalled { get; } = [];

        public EncryptionSide Result(int messages) => new(
            messages / Remember.TotalSeconds,
            messages / Understand.TotalSeconds,
            BenchTimes.Of(Opened).P50,
            BenchTimes.Of(Recalled),
            (double)StoreBytes / messages);
    }
}

/// <summary>What one of the two stores came to.</summary>
/// <param name="RememberPerSecond">Messages stored durably and made searchable, a second.</param>
/// <param name="UnderstandPerSecond">Messages understood, a second.</param>
/// <param name="OpenMs">Milliseconds from making the engine to the first answer, the median of seven.</param>
/// <param name="Recall">Milliseconds of a recall, query embedding included.</param>
/// <param name="StoreBytesPerMessage">Bytes on disk, the write-ahead log included.</param>
internal sealed record EncryptionSide(double RememberPerSecond, double UnderstandPerSecond, double OpenMs, BenchTimes Recall, double StoreBytesPerMessage);

/// <summary>What encryption costs at one size.</summary>
/// <param name="Messages">Messages in each memory.</param>
/// <param name="Plain">Not encrypted.</param>
/// <param name="Sealed">Encrypted.</param>
internal sealed record EncryptionRow(int Messages, EncryptionSide Plain, EncryptionSide Sealed)
{
    /// <summary>Time to remember a message, encrypted to plain.</summary>
    public double RememberRatio => Plain.RememberPerSecond / Sealed.RememberPerSecond;

    /// <summary>Time to understand a message, encrypted to plain.</summary>
    public double UnderstandRatio => Plain.UnderstandPerSecond / Sealed.UnderstandPerSecond;

    /// <summary>Time to open, encrypted to plain.</summary>
    public double OpenRatio => Sealed.OpenMs / Plain.OpenMs;

    /// <summary>Median of a recall, encrypted to plain.</summary>
    public double RecallRatio => Sealed.Recall.P50 / Plain.Recall.P50;

    /// <summary>95th percentile of a recall, encrypted to plain.</summary>
    public double RecallP95Ratio => Sealed.Recall.P95 / Plain.Recall.P95;

    /// <summary>Bytes on disk, encrypted to plain.</summary>
    public double StoreRatio => Sealed.StoreBytesPerMessage / Plain.StoreBytesPerMessage;
}

/// <summary>What <c>omem bench encryption --json</c> writes.</summary>
/// <param name="Seed">Seed of the chat.</param>
/// <param name="Questions">Questions asked at each size.</param>
/// <param name="StatementEvery">One message in so many states something lasting about its speaker.</param>
/// <param name="EmbeddingModel">The model; null for words alone.</param>
/// <param name="Processors">Processors the process may use.</param>
/// <param name="Rows">One for each size.</param>
internal sealed record EncryptionOutput(int Seed, int Questions, int StatementEvery, string? EmbeddingModel, int Processors, IReadOnlyList<EncryptionRow> Rows);
