using BenchmarkDotNet.Attributes;

namespace OMem.Benchmarks;

/// <summary>A whole recall, query embedding included, beside a ranking of the same turns by BM25 alone and a naive scan of every message.</summary>
[MemoryDiagnoser]
public class RecallBenchmarks
{
    private const int Questions = 64;

    private FilledMemory _memory = null!;
    private string[] _questions = null!;
    private LexicalBaseline _baseline = null!;
    private int _next;

    [Params(600, 10_000, 100_000)]
    public int Interactions { get; set; }

    [GlobalSetup]
    public async Task FillAsync()
    {
        _memory = await FilledMemory.CreateAsync(Interactions);
        _questions = [.. Enumerable.Range(0, Questions).Select(_ => _memory.Chat.Question())];
        _baseline = await LexicalBaseline.CreateAsync(_memory.Memory);
        await _memory.Memory.RecallAsync(new RecallQuery(_questions[0]));
    }

    [GlobalCleanup]
    public async Task CleanAsync() => await _memory.DisposeAsync();

    [Benchmark]
    public Task<RecallResult> Recall() => _memory.Memory.RecallAsync(new RecallQuery(NextQuestion()));

    [Benchmark(Baseline = true)]
    public int Bm25Only() => _baseline.Rank(NextQuestion());

    [Benchmark]
    public int NaiveScan() => _baseline.Scan(NextQuestion());

    private string NextQuestion() => _questions[_next++ % Questions];
}
