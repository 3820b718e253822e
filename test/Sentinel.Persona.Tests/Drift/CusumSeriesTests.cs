using static Sentinel.Persona.Tests.Trades;

namespace Sentinel.Persona.Tests.Drift;

public sealed class CusumSeriesTests
{
    private static readonly CusumLimits Limits = new(Slack: 0.5, Threshold: 12, StartUp: 25, Clip: 3, MaxIds: 5);

    [Fact]
    public void See_NothingChanges_IsQuietForAThousandValues()
    {
        var alarms = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            alarms += Run(seed, 1000, _ => 0).Count;
        }

        alarms.ShouldBeLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-1.5)]
    [InlineData(3.0)]
    public void See_MeanMovesAt100_IsFoundSoonAndPlacedThere(double shift)
    {
        var change = Run(4, 200, i => i >= 100 ? shift : 0).ShouldHaveSingleItem();

        ((change.KnownAt - Day0).TotalDays).ShouldBeInRange(100, 125);
        ((change.EventTime - Day0).TotalDays).ShouldBeInRange(92, 108);
        Math.Log(change.After / change.Before).ShouldBe(shift, 0.7);
        change.Severity.ShouldBeGreaterThanOrEqualTo(1);
        change.SourceIds.Count.ShouldBe(5);
        change.SourceIds[0].ShouldBe($"f{(change.KnownAt - Day0).TotalDays:0}");
    }

    [Fact]
    public void See_OneWildValue_IsNoChange() => Run(4, 200, i => i == 100 ? 50 : 0).ShouldBeEmpty();

    [Fact]
    public void See_TwoChanges_FindsBoth() => Run(9, 400, i => i is >= 100 and < 250 ? 3 : 0).Count.ShouldBe(2);

    [Fact]
    public void See_SameValues_GivesTheSameIds() => Run(4, 200, i => i >= 100 ? 2 : 0).Select(change => change.Id).ShouldBe(Run(4, 200, i => i >= 100 ? 2 : 0).Select(change => change.Id));

    private static List<PersonaChanged> Run(int seed, int count, Func<int, double> mean)
    {
        var random = new Random(seed);
        var series = new CusumSeries("holding_time", Limits);
        List<PersonaChanged> changes = [];
        for (var i = 0; i < count; i++)
        {
            if (series.See(mean(i) + random.Normal(), At(i), At(i), $"f{i}") is { } change)
            {
                changes.Add(change);
            }
        }

        return changes;
    }
}
