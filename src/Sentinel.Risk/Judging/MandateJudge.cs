namespace Sentinel.Risk;

/// <summary>
/// Says how an intent stands against the mandate before anything corrects it: the wish at its own risk and stop, without sizing, headroom or the house's
/// own rules. It counts violations; it lets nothing pass.
/// </summary>
public sealed class MandateJudge
{
    private static readonly string[] MandateCodes =
    [
        GateCodes.SymbolForbidden, GateCodes.SideForbidden, GateCodes.HoursForbidden, GateCodes.StopRequired, GateCodes.RiskPerTrade, GateCodes.MaxPosition,
        GateCodes.MaxGross, GateCodes.MaxLeverage, GateCodes.CashFloor, GateCodes.DailyLoss, GateCodes.DrawdownHalt, GateCodes.MaxTradesDay,
    ];

    // Rounding of a wish that sits exactly on a limit is no violation.
    private const double Tolerance = 1e-6;

    // The mandate's own limit counts here, not the house's.
    private const decimal NoCeiling = 1_000_000m;

    private readonly PositionSizer _sizer;
    private readonly RiskGate _gate;

    /// <summary>Creates a judge.</summary>
    public MandateJudge(RiskSettings? settings = null)
    {
        var own = settings ?? new RiskSettings();
        _sizer = new PositionSizer(own);
        _gate = new RiskGate(own with { PriceMoveAllowance = 0m, LeverageCeiling = NoCeiling, Guards = GuardSettings.None, Congestion = null, MaxCorrelated = null });
    }

    /// <summary>The rules of the mandate that the intent as wished breaks, each with its severity; none for hold, flat and wishes that keep within it.</summary>
    public IReadOnlyList<GateFinding> Violations(TradeIntent intent, RiskContext context)
    {
        ArgumentNullException.ThrowIfNull(intent);
        ArgumentNullException.ThrowIfNull(context);
        if (intent.Direction is not (IntentDirection.Long or IntentDirection.Short) || IntentFaults.Of(intent, context.Market?.LastBar?.Close).Count > 0
            || context.Instrument is not { TakerFee: var fee } instrument || context.Portfolio is not { Equity: > 0m } books)
        {
            return [];
        }

        // Without a stop the wish has no size of its own; a usual part of equity stands in, so that the missing stop itself is seen.
        var close = intent.EntryPrice ?? context.Market?.LastBar?.Close;
        var wish = _sizer.Wish(intent, context) ?? (close is > 0m ? books.Equity * (intent.DesiredRisk ?? _gate.Settings.Sizing.DefaultRisk) / close.Value : 0m);
        var held = books.Position(intent.Symbol)?.Quantity ?? 0m;
        var isSame = held != 0m && held > 0m == intent.Direction is IntentDirection.Long;
        var quantity = isSame ? wish - Math.Abs(held) : wish + Math.Abs(held);
        if (quantity <= 0m)
        {
            return [];
        }

        quantity = Math.Min(Math.Max(instrument.LotSize, quantity), GateRun.Largest);
        var free = context with { Instrument = instrument with { TakerFee = 0m * fee, MinNotional = 0m }, State = TradingState.Open with { DailyHaltUntil = context.State.DailyHaltUntil, PeakSinceResume = context.State.PeakSinceResume } };
        return [.. _gate.Check(OrderPlanner.Open(intent, quantity, "wish"), free).Findings.Where(finding => MandateCodes.Contains(finding.Code, StringComparer.Ordinal) && finding.Severity > Tolerance)];
    }
}
