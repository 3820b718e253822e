namespace Sentinel.Persona;

/// <summary>The names of a trader's attributes.</summary>
public static class AttributeNames
{
    /// <summary>Median time from opening to closing, hours.</summary>
    public const string HoldingTime = "holding_time";

    /// <summary>Mean of the same, hours.</summary>
    public const string HoldingTimeMean = "holding_time_mean";

    /// <summary>Mean weighted by value, hours.</summary>
    public const string HoldingTimeSizeWeighted = "holding_time_size_weighted";

    /// <summary>Scalper, day, swing or position: the text names it, the value is its share.</summary>
    public const string Style = "style";

    /// <summary>Share of trips of one style, by key.</summary>
    public const string StyleShare = "style_share";

    /// <summary>Smaller of bought and sold value over mean equity, a month.</summary>
    public const string Turnover = "turnover";

    /// <summary>Entries a day.</summary>
    public const string TradesPerDay = "trades_per_day";

    /// <summary>Herfindahl index of entry value over assets.</summary>
    public const string Concentration = "concentration_hhi";

    /// <summary>One over it.</summary>
    public const string EffectiveAssets = "effective_assets";

    /// <summary>Herfindahl index of the absolute results over assets.</summary>
    public const string PnlConcentration = "pnl_hhi";

    /// <summary>Share of entries in an asset, by key.</summary>
    public const string AssetShare = "asset_share";

    /// <summary>Share of entry value in an asset, by key.</summary>
    public const string AssetValueShare = "asset_value_share";

    /// <summary>Share of entries that are long.</summary>
    public const string LongShare = "long_share";

    /// <summary>Median value of an entry over equity.</summary>
    public const string PositionSize = "position_size";

    /// <summary>Median value of an entry in the quote currency.</summary>
    public const string EntryValue = "entry_value";

    /// <summary>Median loss at the stop over equity.</summary>
    public const string RiskPerTrade = "risk_per_trade";

    /// <summary>Rank correlation of size with one over volatility.</summary>
    public const string SizeVolatilityCorrelation = "size_inverse_vol_corr";

    /// <summary>Share of trips that won.</summary>
    public const string WinRate = "win_rate";

    /// <summary>Mean win over mean loss.</summary>
    public const string Payoff = "payoff";

    /// <summary>Mean result of a trip, quote currency.</summary>
    public const string Expectancy = "expectancy";

    /// <summary>Mean result of a trip in units of the risk at its stop.</summary>
    public const string ExpectancyR = "expectancy_r";

    /// <summary>Sum of wins over sum of losses.</summary>
    public const string ProfitFactor = "profit_factor";

    /// <summary>Root of N times mean over deviation of R.</summary>
    public const string Sqn = "sqn";

    /// <summary>Largest fall of equity from its peak.</summary>
    public const string MaxDrawdown = "max_drawdown";

    /// <summary>Largest fall of summed results from their peak, quote currency: for when equity is unknown.</summary>
    public const string PnlDrawdown = "pnl_drawdown";

    /// <summary>Deviation of daily equity returns times root of 365.</summary>
    public const string Volatility = "volatility";

    /// <summary>Annualised mean over deviation.</summary>
    public const string Sharpe = "sharpe";

    /// <summary>Annualised mean over downside deviation.</summary>
    public const string Sortino = "sortino";

    /// <summary>Annualised return over the largest fall.</summary>
    public const string Calmar = "calmar";

    /// <summary>Mean of the worst twentieth of daily returns.</summary>
    public const string ExpectedShortfall = "es95";

    /// <summary>Volatility equivalent to the value at risk (PRIIPs).</summary>
    public const string Vev = "vev";

    /// <summary>Risk class 1-7 (PRIIPs).</summary>
    public const string RiskClass = "risk_class";

    /// <summary>Proportion of gains realised less proportion of losses realised.</summary>
    public const string Disposition = "disposition_effect";

    /// <summary>Proportion of gains realised.</summary>
    public const string GainsRealised = "pgr";

    /// <summary>Proportion of losses realised.</summary>
    public const string LossesRealised = "plr";

    /// <summary>Median hold of winners over that of losers; below 1 means disposition.</summary>
    public const string HoldRatio = "hold_ratio";

    /// <summary>Odds ratio of closing within a day for each R that a position stands higher (logit); above 1 winners are closed sooner.</summary>
    public const string ExitOdds = "exit_odds_per_r";

    /// <summary>Mean of the positions' absolute values over equity, at the ends of days.</summary>
    public const string GrossExposure = "gross_exposure";

    /// <summary>Mean of the positions' values with sign over equity, at the ends of days.</summary>
    public const string NetExposure = "net_exposure";

    /// <summary>Share of entries that had a stop at once.</summary>
    public const string StopRate = "stop_rate";

    /// <summary>Median distance of a stop in average true ranges.</summary>
    public const string StopDistance = "stop_distance_atr";

    /// <summary>Share of stops that were moved away from the price.</summary>
    public const string StopsWidened = "stops_widened";

    /// <summary>Share of losing exits beyond their stop.</summary>
    public const string LossBeyondStop = "loss_beyond_stop";

    /// <summary>Mean signed return of the day before an entry; above 0 follows, below 0 buys dips.</summary>
    public const string EntryMomentum1d = "entry_momentum_1d";

    /// <summary>The same over five days.</summary>
    public const string EntryMomentum5d = "entry_momentum_5d";

    /// <summary>Share of entries beyond the range of the 20 bars before.</summary>
    public const string BreakoutEntries = "breakout_entries";

    /// <summary>Mean distance of an entry from the 20-bar mean, in average true ranges and the entry's direction.</summary>
    public const string EntryStretch = "entry_stretch_atr";

    /// <summary>Share of entries after an extreme day less the share of extreme days.</summary>
    public const string Fomo = "fomo_excess";

    /// <summary>Odds ratio of an above-median size after a loss (logit).</summary>
    public const string RevengeOdds = "revenge_odds";

    /// <summary>Median size after a loss over that after a win.</summary>
    public const string SizeAfterLoss = "size_after_loss";

    /// <summary>Median gap to the next entry after a loss over that after a win.</summary>
    public const string GapAfterLoss = "gap_after_loss";

    /// <summary>Entries a day of the last week against the weeks before, in deviations.</summary>
    public const string TradingPace = "trading_pace_z";

    /// <summary>Fees over gross result.</summary>
    public const string FeeShare = "fee_share";

    /// <summary>Share of entries into the same asset inside the cool-down after an exit.</summary>
    public const string QuickReentry = "quick_reentry";

    /// <summary>Share of entries that add to a position.</summary>
    public const string AddRate = "add_rate";

    /// <summary>Share of adds at a price worse than the average cost.</summary>
    public const string AveragingDown = "averaging_down";

    /// <summary>Geometric mean of an add's size over the one before.</summary>
    public const string Martingale = "martingale_ratio";

    /// <summary>Mean hour of entries, UTC, on the circle.</summary>
    public const string ActiveHour = "active_hour";

    /// <summary>Length of the mean direction: 0 any hour, 1 always the same.</summary>
    public const string HourConcentration = "hour_concentration";
}
