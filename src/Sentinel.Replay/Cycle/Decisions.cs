using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sentinel.Agents;
using Sentinel.Exchange;
using Sentinel.Memory;
using Sentinel.Risk;

namespace Sentinel.Replay;

/// <summary>What a decision's record is made of.</summary>
internal sealed record DecisionParts(
    string Id, long Cycle, MarketSnapshot Market, Situation Situation, ManagerDecision Manager, OrderPlan Plan, ExchangeResult<OrderState>? Reply, SessionOptions Options);

/// <summary>Makes the journal's record of a decision.</summary>
internal static class Decisions
{
    public static Decision Of(DecisionParts parts, decimal held)
    {
        var (market, manager, plan) = (parts.Market, parts.Manager, parts.Plan);
        var isSent = parts.Reply is { IsSuccess: true };
        return new Decision
        {
            Id = parts.Id,
            Cycle = parts.Cycle,
            Symbol = market.Symbol,
            AsOf = market.AsOf,
            Price = market.LastBar?.Close,
            Atr = market.Atr,
            Regime = market.Regime,
            State = parts.Situation.State,
            PositionBefore = held,
            Events = [.. parts.Situation.Events.Select(MarketEventRef.Of)],
            FeaturesHash = Hash(market),
            MarketSnapshotRef = $"{market.Symbol}@{JournalIds.Time(market.AsOf)}",
            ContextIds = manager.Context.Ids,
            Dropped = manager.Context.Dropped,
            Proposals = manager.Proposals,
            Intent = manager.Intent,
            SizeTrace = plan.SizeTrace,
            Quantity = plan.Order?.Quantity ?? 0m,

            // An order that the venue refused is as good as denied: nothing was traded and no position may be expected of it.
            Verdict = plan.Outcome is PlanOutcome.Denied || parts.Reply is { IsSuccess: false } ? GateVerdict.Denied : plan.Gate?.Verdict,
            Gate = [.. plan.Findings, .. Refusal(parts)],
            OrderIds = isSent && plan.Order is { } order ? [order.ClientOrderId] : [],
            Mode = parts.Options.Mode,
            Arm = parts.Options.ArmName ?? parts.Options.Arm.ToString().ToLowerInvariant(),
            Seed = parts.Options.Seed,
            ModelId = manager.Model?.Id,
            PromptHash = manager.Model?.PromptHash,
        };
    }

    private static IEnumerable<GateFinding> Refusal(DecisionParts parts) => parts.Reply is { Error: { } error }
        ? [new GateFinding($"VENUE_{error.Code}", IsDenial: true, parts.Plan.Order?.Quantity ?? 0m, 0m, 1, error.Message)]
        : [];

    private static string Hash(MarketSnapshot market)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in market.Indicators)
        {
            text.Append(name).Append('=').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
