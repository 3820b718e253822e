using OMem;

namespace Sentinel.Memory;

/// <summary>The memory of one trader, with its write side for the host's cycle. Agents get <see cref="Toolkit"/> alone.</summary>
/// <remarks>One writer; the toolkit's reads may run beside each other.</remarks>
public interface ITraderMemory : IAsyncDisposable
{
    /// <summary>Whose memory.</summary>
    MemoryScope Scope { get; }

    /// <summary>The journal it is built from: everything written here is in it.</summary>
    IJournal Journal { get; }

    /// <summary>The door for agents.</summary>
    IMemoryToolkit Toolkit { get; }

    /// <summary>What only a person may do.</summary>
    IPersonOperations Person { get; }

    /// <summary>Takes in what a bar brought: regime and events, to working memory and the journal. Also watches open theses.</summary>
    /// <param name="snapshot">The market after the bar.</param>
    /// <param name="events">Events that became known with it, in the detectors' order.</param>
    void Observe(MarketSnapshot snapshot, IReadOnlyList<MarketEvent> events);

    /// <summary>Takes in an event with the words of a feed.</summary>
    void Observe(EventEntry entry);

    /// <summary>Settles every outcome whose horizon ended with this bar. Call it for each bar, before the context is built.</summary>
    /// <returns>The outcomes, journalled and known from the bar's close on.</returns>
    IReadOnlyList<Outcome> Settle(Bar bar);

    /// <summary>Records a decision, makes an episode of it, opens its thesis when it trades and starts to track its outcomes.</summary>
    void Record(Decision decision);

    /// <summary>Records a trade.</summary>
    void Record(FillEntry fill);

    /// <summary>Records the end of a position: settles <see cref="OutcomeHorizon.Exit"/> of the decision that opened it and closes its thesis.</summary>
    Outcome Close(PositionExit exit);

    /// <summary>Whether the position that a decision opened, or may still open, is not closed yet.</summary>
    bool IsOpen(string decisionId);

    /// <summary>Says which orders wait, all of them.</summary>
    void SetPendingOrders(DateTimeOffset asOf, IReadOnlyList<PendingOrder> orders);

    /// <summary>Records anything else: reflections (refused without citations), changes of the persona, denials, halts.</summary>
    /// <exception cref="JournalException">A reflection cites nothing, or what is not in the journal.</exception>
    void Record(DateTimeOffset asOf, IJournalPayload payload);

    /// <summary>The limits in force; null when none were set.</summary>
    Mandate? MandateAt(DateTimeOffset asOf);

    /// <summary>
    /// The time of the oldest decision whose outcomes are not all settled; null when there is none. After opening a journal again, give
    /// <see cref="Settle"/> the bars from then on: what was settled before is recognised.
    /// </summary>
    DateTimeOffset? UnsettledSince { get; }

    /// <summary>Whether trading is stopped.</summary>
    /// <param name="asOf">The time asked about.</param>
    /// <param name="code">By what: the code of a rule, or <c>KILL_SWITCH</c> for a person; null for anything.</param>
    bool IsHalted(DateTimeOffset asOf, string? code = null);

    /// <summary>Brings what waits into OMem, so that a recall by words finds it. Done by itself before such a recall and at the end.</summary>
    Task FlushAsync(CancellationToken cancellationToken = default);
}

/// <summary>The end of a position.</summary>
/// <param name="DecisionId">The decision that opened it.</param>
/// <param name="ClosedAt">When, UTC.</param>
/// <param name="EntryPrice">Average price of the entry.</param>
/// <param name="ExitPrice">Average price of the exit.</param>
/// <param name="Quantity">How much, above 0.</param>
/// <param name="IsLong">Which way.</param>
/// <param name="Fees">Fees of both sides in the quote currency.</param>
/// <param name="Slippage">Slippage of both sides in the quote currency.</param>
/// <param name="Barrier">What ended it.</param>
public sealed record PositionExit(
    string DecisionId,
    DateTimeOffset ClosedAt,
    decimal EntryPrice,
    decimal ExitPrice,
    decimal Quantity,
    bool IsLong,
    decimal Fees,
    decimal Slippage,
    OutcomeBarrier Barrier);
