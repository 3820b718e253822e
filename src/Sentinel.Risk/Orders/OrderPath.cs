namespace Sentinel.Risk;

/// <summary>Sends an order to a venue and says how it stands. The order's id is its idempotency key.</summary>
/// <typeparam name="TReply">What the venue answers.</typeparam>
public delegate Task<TReply> PlaceOrder<TReply>(OrderRequest order, CancellationToken cancellationToken);

/// <summary>
/// The only way from an intent to a venue: sanity, size, gate, place. It holds the only reference to placing, and hands it only what the gate let pass.
/// </summary>
/// <remarks>Pure code: no model, no setting that could be changed by what is read. Submitting a decision again sends the same id again.</remarks>
/// <typeparam name="TReply">What the venue answers.</typeparam>
public sealed class OrderPath<TReply>(OrderPlanner planner, PlaceOrder<TReply> place)
    where TReply : class
{
    /// <summary>Plans an intent and sends what may be sent.</summary>
    /// <returns>The plan with every denial and clamp, and the venue's answer; null when nothing was sent.</returns>
    public async Task<(OrderPlan Plan, TReply? Reply)> SubmitAsync(
        TradeIntent intent, RiskContext context, string decisionId, SizingEvidence? evidence = null, CancellationToken cancellationToken = default)
    {
        var plan = planner.Plan(intent, context, decisionId, evidence);
        return (plan, plan.Order is { } order ? await place(order, cancellationToken).ConfigureAwait(false) : null);
    }

    /// <summary>Sends an order that is not an intent's: a moved stop, a person's order. It passes the same gate.</summary>
    public async Task<(GateResult Result, TReply? Reply)> SubmitAsync(OrderRequest order, RiskContext context, CancellationToken cancellationToken = default)
    {
        var result = planner.Gate.Check(order, context);
        return (result, result.Order is { } checkedOrder ? await place(checkedOrder, cancellationToken).ConfigureAwait(false) : null);
    }

    /// <summary>Entries that rest at the venue and would not pass as they are any more: they are to be cancelled, so that no limit is broken at their fill.</summary>
    public IReadOnlyList<RestingOrder> Review(RiskContext context)
    {
        var broken = new List<RestingOrder>();
        foreach (var pending in context.Pending.Where(pending => pending.Order.Symbol == context.Market?.Symbol && !pending.Order.ReduceOnly && pending.Remaining > 0m))
        {
            // What was found broken is as good as cancelled, and the order does not count against itself.
            var rest = context.Pending.Where(other => other != pending && !broken.Contains(other)).ToArray();
            var result = planner.Gate.Check(pending.Order with { Quantity = pending.Remaining }, context with { Pending = rest });
            if (result.Order is not { } order || order.Quantity < pending.Remaining)
            {
                broken.Add(pending);
            }
        }

        return broken;
    }
}
