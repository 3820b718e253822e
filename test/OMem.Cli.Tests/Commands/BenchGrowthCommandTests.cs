using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

public sealed class BenchGrowthCommandTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Growth_SmallMemory_MeasuresBothAndLeavesNothingBehind()
    {
        var growth = await _host.OmemJsonAsync("bench", "growth", "--messages", "1000");

        growth.GetProperty("messages").GetInt32().ShouldBe(1000);
        growth.GetProperty("smallMs").GetDouble().ShouldBeGreaterThan(0);
        growth.GetProperty("largeMs").GetDouble().ShouldBeGreaterThan(0);
        growth.GetProperty("ratio").GetDouble().ShouldBeGreaterThan(0);
        Directory.Exists(_host.Path("store")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--messages", "10")]
    [InlineData("--statement-every", "0")]
    public async Task Growth_OutOfRange_IsRefused(string option, string value) =>
        (await _host.OmemAsync("bench", "growth", option, value)).ShouldBe(2);
}
