using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using OMem.Tests.Sensitive;

namespace OMem.Sqlite.Tests.Sensitive;

/// <summary>What was masked is nowhere: not in the files, not while they are open, not in logs and traces, not in what a model is given, not in an export.</summary>
public sealed class SecretsOnDiskTests
{
    private static readonly MemoryScope Alice = new("acme", "alice");

    private static readonly IReadOnlyList<LabelledCase> Cases = [.. LabelledCase.Read("labelled.txt").Where(static one => one.Expected.Count > 0)];

    private static readonly string[] Secrets = [.. Cases.SelectMany(static one => one.Expected.Select(expected => one.Text[expected.Start..expected.End]))];

    [Fact]
    public async Task Remember_EveryKind_LeavesNoneOfThemAnywhere()
    {
        using var folder = new TemporaryFolder();
        var log = new Lines();
        var embedded = new Seen();
        using var listener = Listen(log);
        await using (var store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = folder.File("store.omem") }))
        {
            var options = new OMemOptions { BackgroundUnderstanding = false, SensitiveData = SensitiveDataPolicy.All(SensitiveHandling.Mask), EnableSensitiveTelemetryData = true };
            await using var engine = new MemoryEngine(store, embeddings: embedded, options: options, loggers: log);
            var memory = engine.ForScope(Alice);

            var result = await memory.RememberAsync([.. Cases.Select(Say)]);
            await memory.RememberAsync([.. Cases.Select(Say)]);
            result.Masked.Sum(static count => count.Count).ShouldBeGreaterThanOrEqualTo(Secrets.Length);
            await memory.FlushAsync();
            log.Add((await memory.RecallAsync(new RecallQuery("what is the password, the key, the address, the number?") { TokenBudget = 100_000, IncludeTrace = true })).Context);
            log.Add(string.Join('\n', (await memory.GetHistoryAsync().ToListAsync()).Select(static entry => entry.ToString())));
            using var export = new MemoryStream();
            await memory.ExportAsync(export);
            log.Add(Encoding.UTF8.GetString(export.ToArray()));

            Found(folder).ShouldBeEmpty("while the store is open");
        }

        Found(folder).ShouldBeEmpty("after it is closed");
        Secrets.Where(log.Has).ShouldBeEmpty("in logs, traces, recalls, the ledger or an export");
        Secrets.Where(embedded.Has).ShouldBeEmpty("in what the embedding model was given");
    }

    [Fact]
    public async Task Remember_WhatIsRefused_LeavesNoneOfThemAnywhere()
    {
        using var folder = new TemporaryFolder();
        var log = new Lines();
        await using (var store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = folder.File("store.omem") }))
        {
            var options = new OMemOptions { BackgroundUnderstanding = false, SensitiveData = SensitiveDataPolicy.All(SensitiveHandling.Refuse) };
            await using var engine = new MemoryEngine(store, options: options, loggers: log);
            foreach (var labelled in Cases)
            {
                var refusal = await Should.ThrowAsync<SensitiveDataException>(() => engine.ForScope(Alice).RememberAsync([Say(labelled)]));
                log.Add(refusal.ToString());
            }

            (await engine.ListScopesAsync()).ShouldBeEmpty();
        }

        Found(folder).ShouldBeEmpty();
        Secrets.Where(log.Has).ShouldBeEmpty();
    }

    [Fact]
    public async Task Remember_WhatIsKept_IsFoundByTheSameSearch()
    {
        using var folder = new TemporaryFolder();
        await using (var store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = folder.File("store.omem") }))
        {
            var options = new OMemOptions { BackgroundUnderstanding = false, SensitiveData = SensitiveDataPolicy.All(SensitiveHandling.Keep) };
            await using var engine = new MemoryEngine(store, options: options);
            await engine.ForScope(Alice).RememberAsync([.. Cases.Select(Say)]);
        }

        Found(folder).Count.ShouldBe(Secrets.Length);
    }

    private static Interaction Say(LabelledCase labelled) => new()
    {
        Id = $"m{labelled.Line}", Speaker = "Alice", Text = labelled.Text, OccurredAt = new DateTimeOffset(2024, 5, 1, 10, 0, 0, TimeSpan.Zero).AddMinutes(labelled.Line),
        Metadata = new Dictionary<string, string> { ["caption"] = labelled.Text },
    };

    private static List<string> Found(TemporaryFolder folder)
    {
        var files = Directory.EnumerateFiles(folder.Path).Select(ReadShared).ToList();
        return [.. Secrets.Where(secret => files.Exists(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)) >= 0))];
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static ActivityListener Listen(Lines log)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => log.Add(string.Join(' ', activity.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}"))),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    /// <summary>Everything that was logged, at every level.</summary>
    private sealed class Lines : ILoggerFactory, ILogger
    {
        private readonly Lock _lock = new();
        private readonly StringBuilder _all = new();

        public void Add(string line)
        {
            lock (_lock)
            {
                _all.AppendLine(line);
            }
        }

        public bool Has(string text)
        {
            lock (_lock)
            {
                return _all.ToString().Contains(text, StringComparison.Ordinal);
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Add(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }

    /// <summary>An embedding model that remembers what it was given.</summary>
    private sealed class Seen : IEmbeddingGenerator<string, Embedding<float>>
    {
        private readonly StringBuilder _all = new();

        public bool Has(string text) => _all.ToString().Contains(text, StringComparison.Ordinal);

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            var made = new GeneratedEmbeddings<Embedding<float>>();
            foreach (var value in values)
            {
                _all.AppendLine(value);
                made.Add(new Embedding<float>(new float[] { 1, 0 }) { ModelId = "seen" });
            }

            return Task.FromResult(made);
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("test", defaultModelId: "seen", defaultModelDimensions: 2) : null;

        public void Dispose()
        {
        }
    }
}
