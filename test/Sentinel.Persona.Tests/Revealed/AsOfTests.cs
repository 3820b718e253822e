using CsCheck;
using static Sentinel.Persona.Tests.Trades;

namespace Sentinel.Persona.Tests.Revealed;

public sealed class AsOfTests
{
    [Fact]
    public void Revealed_LaterFillsKnown_AreNotInAnEarlierReading() => Gen.Select(Gen.Int[30, 110], Gen.Int).Sample((cut, seed) =>
    {
        var fills = RandomTrips(seed);
        var earlier = Manager(fills.Where(fill => fill.Timestamp <= At(cut)), cut).Revealed(At(cut));
        var whole = Manager(fills, 130).Revealed(At(cut));
        return Text(earlier) == Text(whole) && earlier.Fills == whole.Fills;
    }, iter: 30);

    [Fact]
    public void Observe_FillByFill_IsTheSameAsAtOnce()
    {
        var fills = RandomTrips(7);
        var manager = new PersonaManager();
        foreach (var fill in fills)
        {
            manager.Observe([fill]);
        }

        manager.Advance(At(130));

        Text(manager.Revealed(At(130))).ShouldBe(Text(Manager(fills, 130).Revealed(At(130))));
    }

    [Fact]
    public void Observe_SameTimeFillsPermuted_ChangesNothing() => Gen.Int.Sample(seed =>
    {
        var fills = RandomTrips(seed).Select(fill => fill with { Timestamp = At(Math.Floor((fill.Timestamp - Day0).TotalDays)) }).ToArray();
        var shuffled = fills.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Text(Manager(fills, 130).Revealed(At(130))) == Text(Manager(shuffled, 130).Revealed(At(130)));
    }, iter: 20);

    [Fact]
    public void Observe_SameFillAgain_IsADuplicate()
    {
        var fills = RandomTrips(3);
        var manager = Manager(fills, 130);
        var before = Text(manager.Revealed(At(130)));

        var result = manager.Observe(fills.Take(5), knownAt: At(140));

        result.ShouldBe(new ObserveResult(0, 5, false, result.Changes));
        Text(manager.Revealed(At(130))).ShouldBe(before);
    }

    [Fact]
    public void Observe_LateFill_RebuildsAndLeavesEarlierReadingsAlone()
    {
        var fills = RandomTrips(5);
        var late = fills[40];
        var manager = Manager(fills.Where(fill => fill != late), 130);
        var before = Text(manager.Revealed(At(125)));

        manager.Observe([late], knownAt: At(131)).Rebuilt.ShouldBeTrue();

        Text(manager.Revealed(At(125))).ShouldBe(before, "on day 125 the fill was not known");
        Text(manager.Revealed(At(132))).ShouldBe(Text(Manager(fills, 130).Revealed(At(132))));
    }

    [Fact]
    public void Observe_BatchLearntLater_IsInvisibleBefore()
    {
        var manager = new PersonaManager();
        manager.Observe(RandomTrips(5), knownAt: At(200));
        manager.Advance(At(200));

        manager.Revealed(At(150)).Fills.ShouldBe(0);
        manager.Revealed(At(200)).Fills.ShouldBe(240);
    }

    [Fact]
    public void Revealed_QuantitiesAndEquityTimesFour_ChangesNoRatio()
    {
        var fills = RandomTrips(11);
        var plain = Manager(fills, 130, new PersonaOptions { StartingEquity = 10_000 }).Revealed(At(130));
        var scaled = Manager(fills.Select(fill => fill with { Quantity = fill.Quantity * 4, Fee = fill.Fee * 4 }), 130, new PersonaOptions { StartingEquity = 40_000 }).Revealed(At(130));

        foreach (var attribute in plain.Attributes.Where(attribute => attribute.Unit is not "quote"))
        {
            var other = scaled.Find(attribute.Name, attribute.Key)!;
            other.Status.ShouldBe(attribute.Status, attribute.FullName);
            (other.Value ?? 0).ShouldBe(attribute.Value ?? 0, 1e-9 * Math.Max(1, Math.Abs(attribute.Value ?? 0)), attribute.FullName);
        }

        scaled.Find(AttributeNames.Expectancy)!.Value!.Value.ShouldBe(4 * plain.Find(AttributeNames.Expectancy)!.Value!.Value, 1e-9);
    }

    [Fact]
    public void Observe_FillWithoutQuantity_IsRefused() =>
        Should.Throw<ArgumentException>(() => new PersonaManager().Observe([Buy("1", Btc, 0, 100, 0)])).Message.ShouldContain("no quantity");

    private static List<Fill> RandomTrips(int seed)
    {
        var random = new Random(seed);
        List<Fill> fills = [];
        for (var day = 0; day < 120; day++)
        {
            var symbol = random.Next(3) switch
            {
                0 => Btc,
                1 => Eth,
                _ => Sol,
            };
            fills.AddRange(DailyTrips([random.Next(-5, 6)], random.Next(1, 40), symbol, day, random.Next(1, 4)));
        }

        return [.. fills.OrderBy(fill => fill.Timestamp)];
    }
}
