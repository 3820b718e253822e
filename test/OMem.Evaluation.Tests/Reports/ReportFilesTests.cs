using System.Buffers.Binary;
using System.Text.Json;

namespace OMem.Evaluation.Tests;

public sealed class ReportFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Write_AllFiles_AppearWithoutLeftovers()
    {
        var report = await ReportAsync();

        await Files().WriteAsync(report);

        Directory.EnumerateFiles(Out).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["misses.md", "plot.png", "questions.jsonl", "report.json", "report.md"]);
        (await File.ReadAllTextAsync(Path.Combine(Out, "report.json"))).ShouldBe(report.ToJson());
    }

    [Fact]
    public async Task Write_Plot_IsAPngWithContent()
    {
        await Files().WriteAsync(await ReportAsync());

        var png = await File.ReadAllBytesAsync(Path.Combine(Out, "plot.png"));
        png.AsSpan(0, 8).SequenceEqual(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }).ShouldBeTrue();
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).ShouldBe(900);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)).ShouldBe(560);
        png.Length.ShouldBeGreaterThan(5_000);
        png.AsSpan()[^8..^4].SequenceEqual("IEND"u8).ShouldBeTrue();
    }

    [Fact]
    public async Task Write_Questions_IsOneJsonLineForEachSystemAndQuestion()
    {
        await Files().WriteAsync(await ReportAsync());

        var lines = await File.ReadAllLinesAsync(Path.Combine(Out, "questions.jsonl"));
        lines.Length.ShouldBe(6);
        using var first = JsonDocument.Parse(lines[0]);
        first.RootElement.GetProperty("system").GetString().ShouldBe("bm25");
        first.RootElement.GetProperty("question").GetString().ShouldBe("talk-1/q1");
        first.RootElement.GetProperty("gold")[0].GetProperty("id").GetString().ShouldBe("talk-1/D2:1");
        first.RootElement.GetProperty("gold")[0].GetProperty("rank").GetInt32().ShouldBe(1);
        first.RootElement.GetProperty("top")[0].GetProperty("id").GetString().ShouldBe("talk-1/D2:1");
        first.RootElement.GetProperty("top").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public async Task Write_Markdown_HoldsFiguresHashAndDifferences()
    {
        var report = await ReportAsync();

        var markdown = report.ToMarkdown();

        markdown.ShouldContain("# Retrieval on locomo");
        markdown.ShouldContain(report.DataHash);
        markdown.ShouldContain("| bm25 | ");
        markdown.ShouldContain("Paired difference to `bm25`");
        markdown.ShouldContain("## category-1-4 (n = 2)");
        markdown.ShouldContain("unresolvedEvidence 2");
        markdown.Split('\n').Where(l => l.StartsWith('|')).ShouldAllBe(l => l.EndsWith('|'));
    }

    [Fact]
    public async Task Write_Misses_CountsGoldByRank()
    {
        await Files().WriteAsync(await ReportAsync());

        var misses = await File.ReadAllTextAsync(Path.Combine(Out, "misses.md"));
        misses.ShouldContain("| multi-hop | 2 | 0 | 0 | 0 | 0 |");
    }

    [Fact]
    public async Task Write_Cancelled_LeavesNoFile()
    {
        var report = await ReportAsync();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Files().WriteAsync(report, source.Token));

        (Directory.Exists(Out) ? Directory.EnumerateFileSystemEntries(Out) : []).ShouldBeEmpty();
    }

    [Fact]
    public async Task Write_OldFile_IsReplacedWhole()
    {
        var file = _folder.Write("out/report.json", new string('x', 1_000_000));
        var report = await ReportAsync();

        await new ReportFiles { Json = file }.WriteAsync(report);

        (await File.ReadAllTextAsync(file)).ShouldBe(report.ToJson());
    }

    private string Out => Path.Combine(_folder.Path, "out");

    private ReportFiles Files() => new()
    {
        Json = Path.Combine(Out, "report.json"),
        Markdown = Path.Combine(Out, "report.md"),
        Plot = Path.Combine(Out, "plot.png"),
        Questions = Path.Combine(Out, "questions.jsonl"),
        Misses = Path.Combine(Out, "misses.md"),
    };

    private async Task<RetrievalReport> ReportAsync()
    {
        using var model = new WordHashEmbeddings();
        return await RetrievalEvaluation.RunAsync(new RetrievalOptions
        {
            Dataset = "locomo",
            DataPath = _folder.Write("data/talk.json", Samples.LoCoMo),
            Systems = ["bm25", "dense"],
            Embeddings = model,
            CacheDirectory = null,
            BootstrapSamples = 100,
        });
    }
}
