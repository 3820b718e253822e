using static Sentinel.Persona.Tests.Trades;

namespace Sentinel.Persona.Tests.Drift;

public sealed class ShareWatchTests
{
    private static readonly ShareLimits Limits = new(Windows: [40, 80, 160], MinWindow: 5, MinHistory: 40, Step: 5, Level: 1e-5, MinExpected: 2, MaxIds: 5);

    [Fact]
    public void See_SameShares_IsQuiet()
    {
        var alarms = 0;
        for (var seed = 0; seed < 30; seed++)
        {
            alarms += Run(seed, 500, _ => [0.5, 0.3, 0.1, 0.05, 0.05]).Count;
        }

        alarms.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void See_OtherAssetsFrom200_IsFoundAndPlacedThere()
    {
        var change = Run(3, 300, i => i < 200 ? [0.7, 0.2, 0.1] : [0.1, 0.2, 0.7]).ShouldHaveSingleItem();

        ((change.KnownAt - Day0).TotalDays).ShouldBeInRange(200, 245);
        ((change.EventTime - Day0).TotalDays).ShouldBeInRange(190, 210);
        change.Method.ShouldBe("jensen-shannon");
        change.After.ShouldBeInRange(0.3, 1);
    }

    [Fact]
    public void See_NewAssetOnly_IsADistanceOfOne()
    {
        var change = Run(3, 300, i => i < 150 ? [1, 0] : [0, 1]).ShouldHaveSingleItem();

        change.After.ShouldBe(1, 1e-9);
        change.EventTime.ShouldBe(At(150));
    }

    private static List<PersonaChanged> Run(int seed, int count, Func<int, double[]> shares)
    {
        var random = new Random(seed);
        var watch = new ShareWatch("asset_share", Limits);
        List<PersonaChanged> changes = [];
        for (var i = 0; i < count; i++)
        {
            var (left, category) = (random.NextDouble(), 0);
            var now = shares(i);
            while (category < now.Length - 1 && left >= now[category])
            {
                left -= now[category++];
            }

            if (watch.See($"asset{category}", At(i), At(i), $"f{i}") is { } change)
            {
                changes.Add(change);
            }
        }

        return changes;
    }
}
