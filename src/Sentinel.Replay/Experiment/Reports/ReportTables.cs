namespace Sentinel.Replay.Experiment;

/// <summary>The tables of an experiment: the same results give the same tables, to the byte.</summary>
internal static class ReportTables
{
    private const string Whole = "0";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReportTable> Of(ExperimentConfig config, ExperimentResults results) =>
    [
        Guards(results),
        .. results.Worlds.Select(world => Endpoints(config, world)),
        .. results.Worlds.SelectMany(world => config.Comparisons.Select(family => Differences(world, family)).Where(static table => table.Rows.Count > 0)),
        .. results.Worlds.Select(Rules),
        .. results.Worlds.Select(Quarters),
        .. results.Worlds.Select(Described),
        .. results.Worlds.Where(static world => world.Kind is "planted" or "null").Select(Retrieval),
        .. results.Worlds.Select(Fit),
        .. results.Worlds.Select(Books),
        .. results.Worlds.Where(static world => world.Sharpe.Count > 0).Select(Sharpe),
        Recovery(results.Recovery),
        Drift(results.Recovery),
    ];

    private static ReportTable Guards(ExperimentResults results) => new(
        "guards",
        ["world", "arms", "limits broken by orders that were sent", "as-of leaks in contexts"],
        [.. results.Worlds.Select(static world => (string[])[
            $"{world.Name}: {world.Title}", Cell.Of(world.Arms.Count), Cell.Of(world.Arms.Sum(static arm => arm.AfterGate)), Cell.Of(world.Arms.Sum(static arm => arm.Leaks))])]);

    private static ReportTable Endpoints(ExperimentConfig config, WorldResult world) => new(
        $"endpoints-{world.Name}",
        ["arm", .. config.Endpoints.Select(static name => EndpointCatalog.Find(name)!.Title)],
        [.. Agents(world).Select(arm => (string[])[Title(arm), .. config.Endpoints.Select(name => Cell.Of(arm.Figures[name]))])]);

    private static ReportTable Differences(WorldResult world, ComparisonConfig family) => new(
        $"differences-{world.Name}-{family.Base}",
        ["endpoint", "arm", $"difference from {family.Base}", "p", "p after Holm"],
        [.. world.Comparisons.Where(one => string.Equals(one.Family, family.Name, StringComparison.Ordinal)).Select(static one => (string[])[
            EndpointCatalog.Find(one.Endpoint)!.Title, one.Arm, Cell.Difference(one.Difference), Cell.P(one.Difference.PValue), Cell.P(one.HolmP)])]);

    private static ReportTable Rules(WorldResult world)
    {
        var codes = world.Arms.SelectMany(static arm => arm.Rules.Keys).Distinct(StringComparer.Ordinal).OrderBy(Order).ToArray();
        return new ReportTable(
            $"rules-{world.Name}",
            ["arm", .. codes.Select(static code => $"`{code}`")],
            [.. Agents(world).Select(arm => (string[])[Title(arm), .. codes.Select(code => arm.Rules.TryGetValue(code, out var count) ? $"{Cell.Of(count.Count)} ({Cell.Of(count.Severity / count.Count, "0.00")})" : "0")])]);

        static int Order(string code) => GateCodes.InOrder.Index().First(pair => string.Equals(pair.Item, code, StringComparison.Ordinal)).Index;
    }

    private static ReportTable Quarters(WorldResult world) => new(
        $"quarters-{world.Name}",
        ["arm", "first quarter", "second", "third", "last"],
        [.. Agents(world).Select(static arm => (string[])[Title(arm), .. arm.Quarters.Select(static one => Cell.Of(one))])]);

    private static ReportTable Described(WorldResult world)
    {
        string[] names = ["violating-wishes", "severity", "intents", "entries", "tokens"];
        return new ReportTable(
            $"described-{world.Name}",
            ["arm", .. names.Select(static name => EndpointCatalog.Described.First(endpoint => string.Equals(endpoint.Name, name, StringComparison.Ordinal)).Title)],
            [.. Agents(world).Select(arm => (string[])[
                Title(arm), .. names.Select(name => Cell.Of(arm.Figures[name], name is "violating-wishes" ? "0.000" : name is "severity" ? "0.00" : Whole))])]);
    }

    private static ReportTable Retrieval(WorldResult world) => new(
        $"retrieval-{world.Name}",
        ["arm", "recall at 6", "nDCG at 6"],
        [.. Agents(world).Where(static arm => double.IsFinite(arm.Figures["recall"].Value)).Select(static arm => (string[])[Title(arm), Cell.Of(arm.Figures["recall"]), Cell.Of(arm.Figures["ndcg"])])]);

    private static ReportTable Fit(WorldResult world) => new(
        $"fit-{world.Name}",
        ["arm", .. EndpointCatalog.Fit.Select(static endpoint => endpoint.Title)],
        [.. Agents(world).Select(static arm => (string[])[Title(arm), .. EndpointCatalog.Fit.Select(endpoint => Cell.Of(arm.Figures[endpoint.Name]))])]);

    private static ReportTable Books(WorldResult world) => new(
        $"books-{world.Name}",
        ["arm", .. EndpointCatalog.Books.Select(static endpoint => endpoint.Title)],
        [.. world.Arms.Select(static arm => (string[])[Title(arm), .. EndpointCatalog.Books.Select(endpoint => Cell.Of(arm.Figures[endpoint.Name], endpoint.Name is "sharpe" or "sortino" ? "0.00" : "0.000"))])]);

    private static ReportTable Sharpe(WorldResult world) => new(
        $"sharpe-{world.Name}",
        ["arm", "against", "difference of daily Sharpe ratios", "standard error", "p"],
        [.. world.Sharpe.Select(static one => (string[])[one.Arm, one.Base, Cell.Of(one.Difference, "+0.000;-0.000;0.000"), Cell.Of(one.StandardError), Cell.P(one.PValue)])]);

    private static ReportTable Recovery(RecoveryResult recovery) => new(
        "recovery",
        ["trait", "unit of the error", "enough evidence", "too little", "mean absolute error", "rank correlation", "interval holds the truth"],
        [.. recovery.Traits.Select(static row => (string[])[
            $"`{row.Trait}`", row.Unit, Cell.Of(row.Ok), Cell.Of(row.Insufficient), Cell.Of(row.Error), Cell.Of(row.RankCorrelation, "0.00"),
            $"{Cell.Of(row.Coverage, "0.00")} [{Cell.Of(row.CoverageLow, "0.00")}, {Cell.Of(row.CoverageHigh, "0.00")}]"])]);

    private static ReportTable Drift(RecoveryResult recovery) => new(
        "drift",
        ["traders", "that changed", "found in the right attribute", "median delay, days", "false alarms a trader-year"],
        [(string[])[Cell.Of(recovery.Traders), Cell.Of(recovery.Drifting), Cell.Of(recovery.DriftFound), Cell.Of(recovery.DriftDelayDays, "0.0"), Cell.Of(recovery.FalseAlarmsPerYear, "0.00")]]);

    private static IEnumerable<ArmResult> Agents(WorldResult world) => world.Arms.Where(static arm => arm.Figures["intents"].Value > 0);

    private static string Title(ArmResult arm) => $"{arm.Arm}: {arm.Title}";
}
