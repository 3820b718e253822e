using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

public sealed class BenchEncryptionCommandTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Encryption_SmallMemory_MeasuresBothSides()
    {
        var row = (await _host.OmemJsonAsync("bench", "encryption", "--sizes", "60", "--questions", "3")).GetProperty("rows")[0];

        foreach (var side in new[] { "plain", "sealed" })
        {
            row.GetProperty(side).GetProperty("rememberPerSecond").GetDouble().ShouldBeGreaterThan(0);
            row.GetProperty(side).GetProperty("openMs").GetDouble().ShouldBeGreaterThan(0);
        }

        row.GetProperty("storeRatio").GetDouble().ShouldBeGreaterThanOrEqualTo(1);
        Directory.Exists(_host.Path("store")).ShouldBeFalse();
    }

    [Fact]
    public async Task Encryption_WrongSizes_AreRefused() => (await _host.OmemAsync("bench", "encryption", "--sizes", "0")).ShouldBe(2);
}
