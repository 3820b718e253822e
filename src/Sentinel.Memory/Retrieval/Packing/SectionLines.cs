using System.Globalization;

namespace Sentinel.Memory;

/// <summary>The lines of each section: numbers before prose, words of others quoted.</summary>
internal static class SectionLines
{
    public const string Mandate = "mandate";
    public const string Holdings = "holdings";
    public const string Conflicts = "conflicts";
    public const string Working = "working";
    public const string Statistics = "statistics";
    public const string Persona = "persona";
    public const string Episodes = "episodes";

    public static IEnumerable<PackLine> Of(MandateView? view)
    {
        if (view is null)
        {
            yield return new PackLine(Mandate, null, "mandate unknown: no entry is allowed", IsFixed: true);
            yield break;
        }

        var mandate = view.Mandate;
        var id = string.Create(CultureInfo.InvariantCulture, $"man-{mandate.Version}");
        yield return new PackLine(Mandate, id, Invariant(
            $"version {mandate.Version}; short {(mandate.ShortAllowed ? "allowed" : "forbidden")}; stop {(mandate.StopRequired ? "required" : "optional")}{List("allowed", mandate.AllowedSymbols)}{List("forbidden", mandate.ForbiddenSymbols)}{Hours(mandate)}"), IsFixed: true);
        foreach (var room in view.Room)
        {
            yield return new PackLine(Mandate, null, Invariant($"{room.Limit} allowed {room.Allowed:0.####} used {room.Used:0.####} left {room.Left:0.####}"), IsFixed: true);
        }

        if (view.Room.Count is 0)
        {
            yield return new PackLine(Mandate, null, "room left unknown: holdings unknown", IsFixed: true);
        }
    }

    public static IEnumerable<PackLine> Of(Portfolio? portfolio)
    {
        if (portfolio is null)
        {
            yield return new PackLine(Holdings, null, "holdings unknown", IsFixed: true);
            yield break;
        }

        yield return new PackLine(Holdings, null, Invariant($"equity {portfolio.Equity:0.########} cash {portfolio.Cash:0.########}"), IsFixed: true);
        foreach (var position in portfolio.Positions)
        {
            yield return new PackLine(Holdings, null, Invariant($"{position.Symbol} {position.Quantity:0.########} cost {position.AverageCost:0.########} mark {position.Mark:0.########} stop {position.Stop?.ToString("0.########", CultureInfo.InvariantCulture) ?? "none"}"), IsFixed: true);
        }
    }

    public static PackLine Of(ContextConflict conflict) => new(Conflicts, conflict.Id, Invariant($"{conflict.Kind}: {conflict.Text}"));

    public static PackLine Of(RegimeNote note) => new(Working, note.Id, Invariant($"{note.Symbol} regime {note.Regime} since {note.Since.UtcDateTime:yyyy-MM-dd HH:mm}"));

    public static PackLine Of(MarketEvent happening, EventEntry? entry)
    {
        var words = entry?.Text is { } text ? $" {Quoting.Quote(text, entry.Source, entry.Trust)}" : "";
        return new PackLine(Working, happening.Id, Invariant($"{happening.Type} {happening.Symbol} side {happening.Side} severity {happening.Severity:0.##} happened {happening.EventTime.UtcDateTime:yyyy-MM-dd HH:mm} known {happening.KnownAt.UtcDateTime:yyyy-MM-dd HH:mm}{words}"));
    }

    public static PackLine Of(OpenThesis thesis) => new(Working, thesis.Id, Invariant(
        $"thesis {thesis.Direction} {thesis.Symbol} conviction {thesis.Conviction:0.##} stop {thesis.Stop} target {thesis.Target} since {thesis.OpenedAt.UtcDateTime:yyyy-MM-dd HH:mm}{(thesis.Broken is { } broken ? $" INVALIDATED by {Quoting.Escape(broken.Evidence)}" : "")}; invalid if {Quoting.Quote(thesis.Invalidation, "agent", SourceTrust.Agent)}"));

    public static PackLine Of(PendingOrder order) => new(Working, order.Order.ClientOrderId, Invariant(
        $"order {order.Order.Side} {order.Order.Type} {order.Order.Quantity:0.########} {order.Order.Symbol} limit {order.Order.LimitPrice} stop {order.Order.StopPrice}"));

    public static PackLine Of(WorkingNote note) => new(Working, note.Id, Invariant(
        $"note until {note.ExpiresAt.UtcDateTime:yyyy-MM-dd HH:mm}: {Quoting.Quote($"{note.Topic}: {note.Text}", "agent", SourceTrust.Agent)}"));

    public static PackLine Of(EpisodeStatistics statistics)
    {
        if (!statistics.IsSufficient)
        {
            return new PackLine(Statistics, null, Invariant($"like situations {statistics.N}, n_eff {statistics.NEff:0.#}: insufficient"));
        }

        return new PackLine(Statistics, null, Invariant(
            $"like situations {statistics.N}, n_eff {statistics.NEff:0.#}{Moves(statistics)}{Results(statistics)}"));
    }

    public static PackLine Of(TraderAttribute attribute) => new(Persona, attribute.Id, Invariant(
        $"{(attribute.IsDeclared ? "declared" : "revealed")} {attribute.Name} {attribute.Text} {attribute.Unit}{(attribute.Low is { } low && attribute.High is { } high ? Invariant($" [{low:0.####}, {high:0.####}] n_eff {attribute.NEff:0.#}") : "")} {attribute.Status}"));

    public static PackLine Of(RecalledEpisode recalled) => new(Episodes, recalled.Episode.Id, Invariant(
        $"R {recalled.Outcome.RMultiple:0.##} return {recalled.Outcome.Raw:0.####} move_atr {recalled.MoveAtr:0.##} {recalled.End} by {recalled.Outcome.Barrier} after {OutcomeHorizons.Name(recalled.Outcome.Horizon)}; {recalled.Episode.KnownAt.UtcDateTime:yyyy-MM-dd}; {recalled.Episode.Text}"));

    private static string Moves(EpisodeStatistics statistics) => statistics.MeanMoveAtr is { } mean
        ? Invariant($"; move {mean:0.##} atr (se {statistics.MoveStandardError:0.##}), P(rise) {statistics.RiseRate:0.##} [{statistics.RiseRateLow:0.##}, {statistics.RiseRateHigh:0.##}]")
        : "";

    private static string Results(EpisodeStatistics statistics) => statistics.MeanR is { } mean
        ? Invariant($"; R mean {mean:0.##} median {statistics.MedianR:0.##} worst decile {statistics.WorstDecileR:0.##}, P(win) {statistics.WinRate:0.##} [{statistics.WinRateLow:0.##}, {statistics.WinRateHigh:0.##}]")
        : "";

    private static string List(string name, IReadOnlyList<Symbol> symbols) => symbols.Count is 0 ? "" : $"; {name} {string.Join(' ', symbols)}";

    private static string Hours(Mandate mandate) => mandate is { FirstHour: { } first, LastHour: { } last } ? Invariant($"; hours {first}-{last} UTC") : "";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
