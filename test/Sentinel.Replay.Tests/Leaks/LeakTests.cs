using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Sentinel.Memory;
using Sentinel.Replay.Tests.Support;

namespace Sentinel.Replay.Tests.Leaks;

/// <summary>Nothing a decision reads may come from after it. Each test changes the future, or the world outside, and compares journals byte for byte.</summary>
public sealed class LeakTests
{
    private const int Cut = 260;

    private static readonly IReadOnlyList<Bar> Bars = Given.Bars(420);

    [Fact]
    public async Task Replay_BarsAfterACutOff_ChangesNoEntryBefore()
    {
        var whole = await Given.JournalAsync(Bars);
        var cut = await Given.JournalAsync([.. Bars.Take(Cut)]);

        whole.Take(cut.Count).ShouldBe(cut);
    }

    [Fact]
    public async Task Replay_AbsurdBarsInTheFuture_ChangesNoEntryBefore()
    {
        var poisoned = Bars.Select((bar, i) => i < Cut ? bar : bar with { Open = 1_000_000m, High = 2_000_000m, Low = 1m, Close = 3m, Volume = 9_999_999m }).ToList();

        var good = await Given.JournalAsync([.. Bars.Take(Cut)]);
        var bad = await Given.JournalAsync(poisoned);

        bad.Take(good.Count).ShouldBe(good);
        bad.Skip(good.Count).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Replay_TheTradersTradesOfTheFuture_ChangeNoEntryBefore()
    {
        var trader = Given.Trader(Bars);
        var known = trader.Fills.Where(fill => fill.Timestamp <= Bars[Cut - 1].CloseTime).ToList();
        known.Count.ShouldBeLessThan(trader.Fills.Count);

        var past = await Given.JournalAsync([.. Bars.Take(Cut)], options => options with { Trader = trader with { Fills = known } });
        var whole = await Given.JournalAsync([.. Bars.Take(Cut)], options => options with { Trader = trader });

        whole.ShouldBe(past);
    }

    [Fact]
    public async Task Replay_TheTradersTradesInAnyOrder_GivesTheSameBytes()
    {
        var trader = Given.Trader(Bars);
        var random = new Random(5);

        var inOrder = await Given.JournalAsync(Bars, options => options with { Trader = trader });
        var shuffled = await Given.JournalAsync(Bars, options => options with
        {
            Trader = trader with { Fills = [.. trader.Fills.OrderBy(_ => random.Next())], Orders = [.. trader.Orders.OrderBy(_ => random.Next())] },
        });

        shuffled.ShouldBe(inOrder);
    }

    [Fact]
    public async Task RunCycleAsync_ABarOfThePast_IsRefusedAndNothingIsDecided()
    {
        await using var session = TradingSession.Replay(Given.Options(Bars), Bars[0].OpenTime);
        await session.RunCycleAsync(Bars[0]);
        await session.RunCycleAsync(Bars[1]);
        var head = session.Journal.HeadHash;

        await Should.ThrowAsync<ArgumentException>(() => session.RunCycleAsync(Bars[0]));

        session.Journal.HeadHash.ShouldBe(head);
    }

    [Fact]
    public async Task Outcomes_OfEveryDecision_AreUnknownUntilTheirHorizonHasEnded()
    {
        await using var session = TradingSession.Replay(Given.Options(Bars), Bars[0].OpenTime);
        foreach (var bar in Bars)
        {
            await session.RunCycleAsync(bar);
        }

        var outcomes = session.Journal.Read().Select(entry => entry.Payload).OfType<Outcome>().ToList();
        outcomes.ShouldNotBeEmpty();
        outcomes.ShouldAllBe(outcome => outcome.SettledAt >= outcome.HorizonEnd);
        foreach (var outcome in outcomes.Where((_, i) => i % 37 == 0))
        {
            var before = await session.Memory.Toolkit.WhyAsync(outcome.SettledAt.AddTicks(-1), outcome.DecisionId);
            before.Items.SelectMany(item => item.Outcomes).ShouldNotContain(known => known.Id == outcome.Id);
            var at = await session.Memory.Toolkit.WhyAsync(outcome.SettledAt, outcome.DecisionId);
            at.Items.Single().Outcomes.ShouldContain(known => known.Id == outcome.Id);
        }
    }

    [Fact]
    public async Task Decisions_OfAWholeRun_StandBehindAllThatTheyReadAndCite()
    {
        var result = await ReplayRun.RunAsync(Given.Options(Bars), Bars);

        var seq = result.Entries.ToDictionary(entry => entry.Id, entry => entry.Seq, StringComparer.Ordinal);
        foreach (var entry in result.Entries.Where(entry => entry.Kind is JournalKind.Decision))
        {
            var decision = (Decision)entry.Payload;
            foreach (var id in decision.ContextIds.Concat(decision.Intent.CitedMemoryIds).Select(id => id.Replace("epi-", "", StringComparison.Ordinal)))
            {
                seq.GetValueOrDefault(id, 0).ShouldBeLessThan(entry.Seq);
            }
        }
    }

    [Fact]
    public async Task Replay_Twice_GivesTheSameBytes() => (await Given.JournalAsync(Bars)).ShouldBe(await Given.JournalAsync(Bars));

    [Fact]
    public async Task Replay_UnderAShiftedClockOfTheMachine_GivesTheSameBytes()
    {
        var now = await Given.JournalAsync(Bars, options => options with { Stopwatch = new FakeTimeProvider(new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero)) });
        var later = await Given.JournalAsync(Bars, options => options with { Stopwatch = new FakeTimeProvider(new DateTimeOffset(2091, 7, 1, 0, 0, 0, TimeSpan.FromHours(9))) { AutoAdvanceAmount = TimeSpan.FromDays(3) } });

        later.ShouldBe(now);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public async Task Replay_InAnotherCulture_GivesTheSameBytes(string culture)
    {
        var plain = await Given.JournalAsync(Bars);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            (await Given.JournalAsync(Bars)).ShouldBe(plain);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Replay_TwoMarketsMixed_DecidesOnEachAsTimeGoes()
    {
        var mixed = Bars.Concat(Given.Bars(420, seed: 8, symbol: "OTHUSDT")).OrderBy(bar => bar.CloseTime).ThenBy(bar => bar.Symbol).ToList();

        var result = await ReplayRun.RunAsync(Given.Options(mixed), mixed);

        result.Entries.Count(entry => entry.Kind is JournalKind.Decision).ShouldBe(mixed.Count);
        result.Entries.Where(entry => entry.Kind is JournalKind.Decision).Select(entry => entry.AsOf).ShouldBeInOrder();
    }
}
