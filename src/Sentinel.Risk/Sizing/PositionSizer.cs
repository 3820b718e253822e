namespace Sentinel.Risk;

/// <summary>
/// Sizes an entry: the smallest of what volatility, Kelly's fraction, the risk at the stop and the caps allow, rounded down. Models never size.
/// </summary>
/// <remarks>Pure and thread-safe.</remarks>
public sealed class PositionSizer
{
    private const double DaysAYear = 365;

    private readonly RiskSettings _settings;

    /// <summary>Creates a sizer.</summary>
    /// <exception cref="ArgumentException">A setting is out of range; every fault is named.</exception>
    public PositionSizer(RiskSettings? settings = null) => _settings = RiskSettingsFaults.Checked(settings ?? new RiskSettings());

    /// <summary>What the intent asks for by itself: its wished risk at its stop, before any limit. It is what violations are counted on.</summary>
    /// <returns>The quantity; null when there is no stop, price or equity to reckon with.</returns>
    public decimal? Wish(TradeIntent intent, RiskContext context)
    {
        var wish = FixedRisk(intent, context, intent.DesiredRisk ?? _settings.Sizing.DefaultRisk);
        return wish is null ? null : Math.Min(wish.Value, GateRun.Largest);
    }

    /// <summary>The quantity to hold for an intent to go long or short.</summary>
    /// <param name="intent">The intent; it has passed <see cref="IntentFaults"/>.</param>
    /// <param name="context">What is known.</param>
    /// <param name="evidence">Settled episodes like it; null for none.</param>
    public SizeResult Size(TradeIntent intent, RiskContext context, SizingEvidence? evidence = null)
    {
        if (context.Portfolio is not { Equity: > 0m } books || context.Mandate is not { } mandate || context.Instrument is not { } instrument
            || context.Market is not { LastBar: { Close: > 0m and <= GateRun.Largest } bar } market)
        {
            return Refuse(GateCodes.StateUnknown, "equity, mandate, venue or price are not known");
        }

        if (market.Atr is not { } atr || !(atr > 0) || market.Sigma is not { } sigma || !(sigma > 0) || !double.IsFinite(sigma))
        {
            return Refuse(GateCodes.StateUnknown, "the market's range and volatility are not known yet");
        }

        var steps = new List<SizeStep>();
        var price = intent.EntryPrice ?? bar.Close;
        Add("vol_target", books.Equity * Share(_settings.Sizing.TargetVolatility, sigma * Math.Sqrt(DaysAYear * (TimeSpan.FromDays(1) / bar.Interval))) / price);
        var asked = intent.DesiredRisk ?? _settings.Sizing.DefaultRisk;
        Add("fixed_risk", FixedRisk(intent, context, asked) ?? (books.Equity * asked / price));

        // The mandate's own limits as the gate reckons them: with prices moved against the trade until the fill, and what the fill costs.
        var move = price * _settings.PriceMoveAllowance;
        var cost = (price + move) * (instrument.TakerFee + (2m * _settings.PriceMoveAllowance));
        if (mandate.MaxRiskPerTrade is { } most)
        {
            var distance = intent.Stop is { } stop ? Math.Abs(price - stop) + (intent.EntryType is OrderType.Limit ? 0m : move) : price + move;
            Add("max_risk", books.Equity * most / (distance + (most * cost)));
        }

        if (KellyFraction.Of(evidence, _settings.Sizing) is { } kelly)
        {
            Add("kelly", FixedRisk(intent, context, (decimal)kelly) ?? (books.Equity * (decimal)kelly / price));
        }

        var largest = mandate.MaxPosition ?? _settings.LeverageCeiling;
        Add("max_position", books.Equity * largest / (price + move + (largest * cost)));
        Add("participation", bar.Volume * _settings.Sizing.MaxParticipation);
        if (_settings.Congestion is { } congestion && CongestionScore.Of(market, intent.Direction is IntentDirection.Long) is { } score && score < congestion.Full)
        {
            Add("congestion", steps.Min(static step => step.Quantity) * (decimal)score);
        }

        var smallest = Math.Min(GateRun.Largest, steps.Min(static step => step.Quantity));
        var quantity = instrument.LotSize > 0m ? Math.Max(0m, instrument.FloorToLot(smallest)) : smallest;
        Add("lot", quantity);
        return new SizeResult(quantity, steps);

        void Add(string rule, decimal allowed) => steps.Add(new SizeStep(rule, Math.Clamp(allowed, 0m, GateRun.Largest)));
    }

    private static decimal Share(double target, double volatility) => (decimal)Math.Min(target / volatility, (double)GateRun.Largest / 1e6);

    private static decimal? FixedRisk(TradeIntent intent, RiskContext context, decimal risk)
    {
        if (context.Portfolio is not { Equity: > 0m } books || (intent.EntryPrice ?? context.Market?.LastBar?.Close) is not { } entry || intent.Stop is not { } stop || entry == stop)
        {
            return null;
        }

        // A stop very near to the price would make the quotient larger than a decimal holds.
        var distance = Math.Max(Math.Abs(entry - stop), entry / 1_000_000m);
        return Math.Min(books.Equity, GateRun.Largest) * risk / distance;
    }

    private static SizeResult Refuse(string code, string why) => new(0m, [], new GateFinding(code, IsDenial: true, 0m, 0m, 1, why));
}
