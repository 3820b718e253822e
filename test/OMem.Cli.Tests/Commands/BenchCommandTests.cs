using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

public sealed class BenchCommandTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Bench_Sizes_MeasuresEach()
    {
        var bench = await _host.OmemJsonAsync("bench", "--sizes", "40,60", "--questions", "3");

        bench.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("messages").GetInt32()).ShouldBe([40, 60]);
        bench.GetProperty("rows")[0].GetProperty("recall").GetProperty("p50").GetDouble().ShouldBeGreaterThan(0);
        bench.GetProperty("embeddingModel").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Bench_Help_NamesTheDefaultSizes()
    {
        (await _host.RunAsync("bench", "--help")).ShouldBe(0);

        _host.Out.ToString().ShouldContain("600");
        _host.Out.ToString().ShouldContain("10000");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10,x")]
    [InlineData("-5")]
    [InlineData("2000000")]
    public async Task Bench_SizeThatIsNone_IsRefused(string sizes) => (await _host.OmemAsync("bench", "--sizes", sizes)).ShouldBe(2);
}
