namespace Sentinel.Risk;

/// <summary>Turns an intent into an order that may be sent, or into a recorded denial: sanity, size, gate. Sends nothing.</summary>
/// <remarks>Pure and thread-safe. A wish to turn a position around closes it first; the other side is for the next cycle to decide.</remarks>
public sealed class OrderPlanner(PositionSizer sizer, RiskGate gate)
{
    /// <summary>Creates a planner of one set of settings.</summary>
    public OrderPlanner(RiskSettings? settings = null)
        : this(new PositionSizer(settings), new RiskGate(settings))
    {
    }

    /// <summary>The gate in use.</summary>
    public RiskGate Gate => gate;

    /// <summary>The sizer in use.</summary>
    public PositionSizer Sizer => sizer;

    /// <summary>Plans.</summary>
    /// <param name="intent">What is wanted.</param>
    /// <param name="context">What is known.</param>
    /// <param name="decisionId">The decision; the order's id derives from it, so that sending it again does nothing.</param>
    /// <param name="evidence">Settled episodes like it; null for none.</param>
    public OrderPlan Plan(TradeIntent intent, RiskContext context, string decisionId, SizingEvidence? evidence = null)
    {
        ArgumentNullException.ThrowIfNull(intent);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentException.ThrowIfNullOrEmpty(decisionId);
        var faults = IntentFaults.Of(intent, context.Market is { } market && market.Symbol == intent.Symbol ? market.LastBar?.Close : null);
        if (faults.Count > 0)
        {
            return Denied(intent, new GateFinding(GateCodes.IntentInvalid, IsDenial: true, 0m, 0m, 1, string.Join("; ", faults)));
        }

        if (intent.Direction is IntentDirection.Hold)
        {
            return Nothing(intent);
        }

        if (context.Portfolio is null)
        {
            return Denied(intent, new GateFinding(GateCodes.StateUnknown, IsDenial: true, 0m, 0m, 1, "holdings are not known"));
        }

        var held = context.Portfolio.Position(intent.Symbol)?.Quantity ?? 0m;
        var wantsLong = intent.Direction is IntentDirection.Long;
        if (intent.Direction is IntentDirection.Flat || (held != 0m && held > 0m != wantsLong))
        {
            return held is 0m ? Nothing(intent) : Check(intent, context, Close(intent, held, decisionId), []);
        }

        var size = sizer.Size(intent, context, evidence);
        if (size.Refusal is { } refusal)
        {
            return Denied(intent, refusal);
        }

        var missing = size.Quantity - Math.Abs(held);
        if (missing <= 0m && held != 0m)
        {
            return Nothing(intent) with { SizeTrace = size.Steps };
        }

        return Check(intent, context, OnGrid(Open(intent, missing, decisionId), context.Instrument!), size.Steps);
    }

    /// <summary>The order that would open a quantity, as the gate is asked.</summary>
    internal static OrderRequest Open(TradeIntent intent, decimal quantity, string decisionId) => new()
    {
        ClientOrderId = $"{decisionId}-entry",
        Symbol = intent.Symbol,
        Side = intent.Direction is IntentDirection.Long ? OrderSide.Buy : OrderSide.Sell,
        Type = intent.EntryType,
        Quantity = quantity,
        LimitPrice = intent.EntryType is OrderType.Limit ? intent.EntryPrice : null,
        StopPrice = intent.EntryType is OrderType.Stop ? intent.EntryPrice : null,
        ProtectiveStop = intent.Stop,
        TakeProfit = intent.Target,
        DecisionId = decisionId,
    };

    /// <summary>Prices on the venue's grid, toward less risk, so that the gate has nothing to say of them.</summary>
    private static OrderRequest OnGrid(OrderRequest order, Instrument instrument)
    {
        if (instrument.TickSize <= 0m)
        {
            return order;
        }

        var buys = order.Side is OrderSide.Buy;
        return order with
        {
            LimitPrice = Grid(order.LimitPrice, up: !buys), StopPrice = Grid(order.StopPrice, up: buys), ProtectiveStop = Grid(order.ProtectiveStop, up: buys), TakeProfit = Grid(order.TakeProfit, up: !buys),
        };

        decimal? Grid(decimal? price, bool up) => price is not { } found ? null : up ? instrument.CeilingToTick(found) : instrument.FloorToTick(found);
    }

    private static OrderRequest Close(TradeIntent intent, decimal held, string decisionId) => new()
    {
        ClientOrderId = $"{decisionId}-exit",
        Symbol = intent.Symbol,
        Side = held > 0m ? OrderSide.Sell : OrderSide.Buy,
        Quantity = Math.Abs(held),
        ReduceOnly = true,
        DecisionId = decisionId,
    };

    private OrderPlan Check(TradeIntent intent, RiskContext context, OrderRequest order, IReadOnlyList<SizeStep> steps)
    {
        var result = gate.Check(order, context);
        return new OrderPlan
        {
            Intent = intent,
            Outcome = result.Order is null ? PlanOutcome.Denied : PlanOutcome.Ready,
            SizeTrace = steps,
            Proposed = order,
            Gate = result,
            Findings = result.Findings,
        };
    }

    private static OrderPlan Nothing(TradeIntent intent) => new() { Intent = intent, Outcome = PlanOutcome.NothingToDo };

    private static OrderPlan Denied(TradeIntent intent, GateFinding finding) => new() { Intent = intent, Outcome = PlanOutcome.Denied, Findings = [finding] };
}
