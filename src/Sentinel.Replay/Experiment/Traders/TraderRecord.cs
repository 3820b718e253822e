using Sentinel.Memory;
using Sentinel.Persona;

namespace Sentinel.Replay.Experiment;

/// <summary>What a trader did on a market, what was known of them when, and the mandate they signed. The same for every arm.</summary>
internal sealed record TraderRecord
{
    /// <summary>Who and where.</summary>
    public required ExperimentUser User { get; init; }

    /// <summary>The limits.</summary>
    public required Mandate Mandate { get; init; }

    /// <summary>All trades, those during the experiment included.</summary>
    public required IReadOnlyList<Fill> Fills { get; init; }

    /// <summary>What was known of the trader at each time.</summary>
    public required PersonaTimeline Persona { get; init; }

    /// <summary>Lets a trader trade on a market and reads the persona as time passes.</summary>
    public static TraderRecord Of(ExperimentConfig config, UserMarket market, int user)
    {
        IReadOnlyList<Symbol> symbols = [.. market.Instruments.Select(instrument => instrument.Symbol).Order()];
        var drifts = user % config.DriftEvery is 0;
        var trader = SyntheticTrader.Draw($"U{user:000}", symbols, Seeds.Of(config.Seed, "trader", user), drifts ? market.Middle : null);
        var bars = market.History.Concat(market.Bars).ToArray();
        var history = trader.Trade(bars, config.Equity);
        return new TraderRecord
        {
            User = new ExperimentUser(user, trader, market),
            Mandate = TraitMandate.Of(trader.Traits, TraitMandate.Range(market.History), market.Start),
            Fills = history.Fills,
            Persona = PersonaTimeline.Of(history, bars, market.Start, market.End, TimeSpan.FromDays(config.PersonaDays)),
        };
    }
}
