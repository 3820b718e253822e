namespace Sentinel.Replay.Experiment;

/// <summary>No agent: the same money in each market, bought at the first open with fee and half the spread, and held.</summary>
internal static class HoldRun
{
    /// <summary>The record of it.</summary>
    public static RunRecord Of(ExperimentConfig config, string world, string arm, TraderRecord trader)
    {
        var market = trader.User.Market;
        var series = market.Bars.GroupBy(bar => bar.Symbol).OrderBy(group => group.Key).Select(group => group.ToArray()).ToArray();
        var share = config.Equity / series.Length;
        var units = series.Select(bars => share / (bars[0].Open * (1 + market.Instruments[0].TakerFee + (Venues.Spread / 2)))).ToArray();
        var days = (int)((market.End.UtcTicks - 1 - market.Start.UtcTicks) / TimeSpan.TicksPerDay) + 1;
        var rows = Enumerable.Range(0, days).Select(_ => new double[Enum.GetValues<Measure>().Length]).ToArray();
        var (equity, peak, drawdown) = (config.Equity, config.Equity, 0.0);
        for (var day = 0; day < days; day++)
        {
            var end = market.Start + TimeSpan.FromDays(day + 1);
            var value = series.Select((bars, i) => units[i] * (bars.LastOrDefault(bar => bar.CloseTime <= end) ?? bars[0]).Close).Sum();
            rows[day][(int)Measure.Return] = (double)(value / equity) - 1;
            (equity, peak) = (value, Math.Max(peak, value));
            drawdown = Math.Max(drawdown, (double)((peak - value) / peak));
        }

        return new RunRecord
        {
            World = world,
            Arm = arm,
            User = trader.User.Number,
            Journal = "",
            Days = rows,
            Rules = new Dictionary<string, RuleCount>(StringComparer.Ordinal),
            AfterGate = 0,
            Leaks = 0,
            Fit = [double.NaN, double.NaN, double.NaN, double.NaN],
            NetReturn = (double)(equity / config.Equity) - 1,
            Drawdown = drawdown,
        };
    }
}
