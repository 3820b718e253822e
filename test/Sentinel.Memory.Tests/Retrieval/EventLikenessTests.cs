namespace Sentinel.Memory.Tests.Retrieval;

/// <summary>Two patterns that share most of their events: what tells them apart has to count.</summary>
public sealed class EventLikenessTests
{
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, -1)]
    public void Relevance_PatternsThatShareEvents_AreToldApartByTheOneTheyDoNot(bool onVolume, int expected)
    {
        var sharp = EpisodeRankings.Relevance().Rank(Ask(onVolume), Filled()).Statistics.MeanMoveAtr!.Value * expected;
        var blunt = EpisodeRankings.Relevance(new MemorySettings { EventSharpness = 0 }).Rank(Ask(onVolume), Filled()).Statistics.MeanMoveAtr!.Value * expected;

        sharp.ShouldBeGreaterThan(0.5);
        sharp.ShouldBeGreaterThan(blunt);
    }

    /// <summary>Every shock falls on a jump; those on volume rise afterwards, the others fall on.</summary>
    private static EpisodeIndex Filled()
    {
        var index = new EpisodeIndex(OutcomeHorizon.Bars5);
        for (var shock = 0; shock < 40; shock++)
        {
            var onVolume = shock % 2 is 0;
            var events = Shock(shock * 10, onVolume);
            var episode = Episodes.Make(shock * 10, Make.State(0.1, 0.2)) with { Events = events };
            index.Add(episode, Clues.Of(events, []));
            index.Settle(Episodes.Ended(episode, onVolume ? 1 : -1));
        }

        return index;
    }

    private static EpisodeQuestion Ask(bool onVolume) => new() { AsOf = Make.At(2_000), Symbol = Make.Btc, State = Make.State(0.1, 0.2), Events = Shock(2_000, onVolume) };

    private static IReadOnlyList<MarketEventRef> Shock(int hour, bool onVolume)
    {
        var jump = new MarketEventRef($"j{hour}", MarketEventTypes.Jump, -1, 1, Make.At(hour));
        return onVolume ? [jump, new MarketEventRef($"v{hour}", MarketEventTypes.VolumeSpike, -1, 1, Make.At(hour))] : [jump];
    }
}
