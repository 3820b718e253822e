using Sentinel.Cli.Tests.Support;

namespace Sentinel.Cli.Tests.Commands;

/// <summary>A table of fills whose columns have names of their own.</summary>
public sealed class ColumnTests : IDisposable
{
    private readonly Workplace _place = new();

    public ColumnTests() => _place.Write("mine.csv", "Wann,Was,Richtung,Kurs,Menge\n2024-01-01T00:00:00Z,BTCUSDT,BUY,42000,0.1\n2024-01-02T00:00:00Z,BTCUSDT,SELL,43000,0.1\n");

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Profile_ColumnsAreNamed_ReadsTheTable()
    {
        var (code, output, error) = await ProfileAsync("--columns", "time=Wann,symbol=Was,side=Richtung,price=Kurs,quantity=Menge");

        code.ShouldBe(0, error);
        output.ShouldContain("2 fills, 1 round trips");
    }

    [Theory]
    [InlineData("time=Wann,symbol=Was,side=Richtung,price=Kurs", "quantity must be named too")]
    [InlineData("time=Wann,time=Was", "'time=Was' must be WHAT=COLUMN")]
    [InlineData("colour=Wann", "'colour=Wann' must be WHAT=COLUMN")]
    [InlineData("time", "'time' must be WHAT=COLUMN")]
    [InlineData("time=Nie,symbol=Was,side=Richtung,price=Kurs,quantity=Menge", "there is no column 'Nie'")]
    public async Task Profile_ColumnsThatDoNotHold_SaysWhich(string columns, string expected)
    {
        var (code, _, error) = await ProfileAsync("--columns", columns);

        code.ShouldBe(2);
        error.ShouldContain(expected);
    }

    private Task<(int Code, string Out, string Error)> ProfileAsync(params string[] more) =>
        _place.RunAsync(["profile", "mine.csv", "--tenant", "acme", "--user", "ines", .. more]);
}
