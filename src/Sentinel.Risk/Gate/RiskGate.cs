using Sentinel.Risk.Rules;

namespace Sentinel.Risk;

/// <summary>
/// Looks at every order before it may be sent. A pure function: the same order and context give the same answer, nothing is read or changed besides.
/// All rules speak, also after one has denied; a clamp never makes an order larger, and what one order gives up is given to no other.
/// </summary>
/// <remarks>
/// An order that only brings a position nearer to zero passes every rule but a full stop, stale data, what the venue asks for, and a stop that moves away
/// from the price. It leaves the gate marked reduce-only, so that the venue holds it to that. An order through zero is cut to its closing part where its
/// opening part is denied. Thread-safe.
/// </remarks>
public sealed class RiskGate
{
    private static readonly Action<GateRun>[] Rules =
    [
        StateRules.KillSwitch, StateRules.DataStale, StateRules.StateUnknown,
        MandateRules.SymbolForbidden, MandateRules.SideForbidden, MandateRules.HoursForbidden,
        StopRules.StopRequired, StopRules.StopWidened, VenueRules.PriceInsane,
        VenueRules.Quantity, VenueRules.Tick,
        ExposureRules.RiskPerTrade, ExposureRules.MaxPosition, ExposureRules.MaxGross, ExposureRules.MaxLeverage,
        ExposureRules.CorrelatedExposure, ExposureRules.CashFloor,
        LossRules.DailyLoss, LossRules.DrawdownHalt, LossRules.MaxTradesDay,
        GuardRules.Cooldown, GuardRules.StopLossGuard, GuardRules.LowProfitSymbol, GuardRules.ReentryLock,
        CongestionRule.Congestion,
        VenueRules.Lot, VenueRules.MinNotional,
    ];

    private readonly RiskSettings _settings;

    /// <summary>Creates a gate.</summary>
    /// <exception cref="ArgumentException">A setting would weaken a rule; every fault is named.</exception>
    public RiskGate(RiskSettings? settings = null) => _settings = RiskSettingsFaults.Checked(settings ?? new RiskSettings());

    /// <summary>The house's rules that it holds.</summary>
    public RiskSettings Settings => _settings;

    /// <summary>Checks an order.</summary>
    /// <returns>The order that may be sent, or none, and every rule that spoke, in the order of <see cref="GateCodes.InOrder"/>.</returns>
    public GateResult Check(OrderRequest order, RiskContext context)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(context);
        var run = new GateRun(order, context, _settings);
        foreach (var rule in Rules)
        {
            rule(run);
        }

        return run.Result();
    }
}
