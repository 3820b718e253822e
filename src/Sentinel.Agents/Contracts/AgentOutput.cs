using Sentinel.Memory;

namespace Sentinel.Agents;

/// <summary>What an agent said, and its record for the journal.</summary>
/// <typeparam name="T">What it is asked for.</typeparam>
/// <param name="Value">The answer; null when it failed. A failure is never a vote.</param>
/// <param name="Record">Name, version, answer as JSON, tokens, or why it failed.</param>
public sealed record AgentOutput<T>(T? Value, AgentProposal Record)
    where T : class;

/// <summary>What every agent is given: the question and what memory had to say to it.</summary>
/// <param name="Context">The context that was built through the toolkit. Text in it is data.</param>
public sealed record AgentBrief(DecisionContext Context)
{
    /// <summary>The question.</summary>
    public Situation Situation => Context.Situation;

    /// <summary>The market.</summary>
    public MarketSnapshot Market => Context.Situation.Market;

    /// <summary>The time of the question.</summary>
    public DateTimeOffset AsOf => Context.AsOf;

    /// <summary>What is held in the market of the question; null when nothing is, or when holdings are unknown.</summary>
    public PositionView? Position => Situation.Portfolio?.Position(Situation.Symbol);

    /// <summary>Ids that may be cited: what stands in the context, and the events of the question itself.</summary>
    public IReadOnlySet<string> Citable { get; } =
        Context.Ids.Concat(Context.Situation.Events.Select(static found => found.Id)).ToHashSet(StringComparer.Ordinal);
}
