using OMem;
using Sentinel.Agents;
using Sentinel.Exchange;
using Sentinel.Market;
using Sentinel.Memory;
using Sentinel.Risk;

namespace Sentinel.Replay;

/// <summary>
/// The one cycle of replay and paper trading: a closed bar goes in, a journalled decision comes out. Only the clock and the venue differ between the two.
/// It is driven bar by bar, the venue first. Not thread-safe.
/// </summary>
internal sealed class TradingCycle
{
    private readonly SessionOptions _options;
    private readonly ITraderMemory _memory;
    private readonly IExchange _venue;
    private readonly TimeProvider _clock;
    private readonly TraderTeam _team;
    private readonly DeepTraderManager _manager;
    private readonly OrderPath<ExchangeResult<OrderState>> _orders;
    private readonly MandateJudge _judge;
    private readonly PersonaBatch? _persona;
    private readonly CycleBooks _books;
    private readonly HaltWatch _halts;
    private readonly Dictionary<Symbol, MarketTracker> _markets = [];

    public TradingCycle(SessionOptions options, ITraderMemory memory, IExchange venue, TimeProvider clock, OrderPlanner planner, PersonaBatch? persona)
    {
        (_options, _memory, _venue, _clock, _persona) = (options, memory, venue, clock, persona);
        _team = options.Team ?? TraderTeam.Rules(options.Agents);
        _manager = new DeepTraderManager(memory.Toolkit, _team, options.Agents);
        _orders = new OrderPath<ExchangeResult<OrderState>>(planner, (order, token) => OrderRetry.RunAsync(() => venue.PlaceAsync(order, token)));
        _judge = new MandateJudge(options.Risk);
        _books = new CycleBooks(venue, options.Venue.InitialCash);
        _halts = new HaltWatch(memory);
    }

    /// <summary>Cycles run so far.</summary>
    public long Count { get; set; }

    /// <summary>What was held when it was last looked at; null before.</summary>
    public Portfolio? Portfolio { get; private set; }

    /// <summary>What sizing and the gate look at in a market; null before its first bar.</summary>
    public RiskContext? Limits(Symbol symbol) => _markets.TryGetValue(symbol, out var tracker) ? Limits(tracker.Snapshot) : null;

    private RiskContext Limits(MarketSnapshot market) => new()
    {
        Now = _clock.GetUtcNow(),
        Portfolio = Portfolio,
        Mandate = _memory.MandateAt(market.AsOf),
        Instrument = _options.Venue.Find(market.Symbol),
        Market = market,
        Pending = [.. _books.OpenOrders.Where(order => !order.Request.ReduceOnly).Select(order => new RestingOrder(order.Request, order.Remaining, _books.Mark(order.Request.Symbol)))],
        State = _halts.State,
    };

    /// <summary>Runs one cycle on a closed bar.</summary>
    public async Task<CycleResult> RunCycleAsync(Bar bar, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var cycle = ++Count;

        // 1 the market, 2 what it made known, 3 to memory
        var (market, events) = Follow(bar);
        var asOf = market.AsOf;

        // 4 what was traded and what settled by now, before anything is decided
        var (fills, exits) = await _books.PollAsync(cancellationToken).ConfigureAwait(false);
        var outcomes = Settle(bar, fills, exits);
        Portfolio = await ObserveAsync(bar, asOf, cancellationToken).ConfigureAwait(false);

        // 5 context, 6 analysts, 7 intent, 8 like losses
        var started = _options.Stopwatch.GetTimestamp();
        var situation = Situation.Of(market, events, Portfolio, _options.Store is null ? null : SituationWords.Of(events));
        var manager = await _manager.DecideAsync(
            new DecisionRequest { Situation = situation, AsOf = asOf, Arm = _options.Arm, TokenBudget = _options.TokenBudget, MandateShown = _options.MandateShown },
            cancellationToken).ConfigureAwait(false);
        var decisionTime = _options.Stopwatch.GetElapsedTime(started);

        // 9 size, 10 gate, 11 place; entries that rest and would break a limit by now are taken back first
        await CancelBrokenAsync(market, cancellationToken).ConfigureAwait(false);
        var limits = Limits(market);
        var violations = _judge.Violations(manager.Intent, limits);
        var id = Decision.MakeId(_memory.Scope, cycle, bar.Symbol, asOf);
        var (plan, reply) = await _orders.SubmitAsync(manager.Intent, limits, id, manager.Evidence, cancellationToken).ConfigureAwait(false);

        // 12 the journal, what there is to be said of what settled, and the trader's own trades
        var decision = Decisions.Of(
            new DecisionParts(id, cycle, market, situation, manager, plan, reply, _options), Portfolio.Position(bar.Symbol)?.Quantity ?? 0m);
        _memory.Record(decision);
        await ReflectAsync(exits, asOf, cancellationToken).ConfigureAwait(false);
        _persona?.Update(bar, asOf, _memory);
        return new CycleResult
        {
            Cycle = cycle,
            AsOf = asOf,
            Bar = bar,
            Events = events,
            Fills = fills,
            Outcomes = outcomes,
            Portfolio = Portfolio,
            Manager = manager,
            Decision = decision,
            Violations = violations,
            Plan = plan,
            VenueError = reply?.Error?.Code,
            DecisionTime = decisionTime,
        };
    }

    /// <summary>Takes in a bar that was decided on before a restart: everything but deciding. What it journals is there already.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="known">All fills of the venue.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task WarmAsync(Bar bar, IReadOnlyList<Fill> known, CancellationToken cancellationToken = default)
    {
        var (market, _) = Follow(bar);
        var (fills, exits) = _books.Rebook(known, market.AsOf);
        Settle(bar, fills, exits);
        Portfolio = await ObserveAsync(bar, market.AsOf, cancellationToken).ConfigureAwait(false);
        _persona?.Update(bar, market.AsOf, _memory);
    }

    private (MarketSnapshot Market, IReadOnlyList<MarketEvent> Events) Follow(Bar bar)
    {
        if (!_markets.TryGetValue(bar.Symbol, out var tracker))
        {
            _markets.Add(bar.Symbol, tracker = new MarketTracker(bar.Symbol, _options.Market));
        }

        var update = tracker.Update(bar);
        _memory.Observe(update.Snapshot, update.Events);
        return (update.Snapshot, update.Events);
    }

    private async Task<Portfolio> ObserveAsync(Bar bar, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var portfolio = await _books.ObserveAsync(bar, asOf, cancellationToken).ConfigureAwait(false);
        _memory.SetPendingOrders(asOf, [.. _books.OpenOrders.Select(order => new PendingOrder(order.Request, order.ActiveFrom))]);
        _halts.Observe(portfolio, _memory.MandateAt(asOf), asOf);
        return portfolio;
    }

    private List<Outcome> Settle(Bar bar, IReadOnlyList<Fill> fills, IReadOnlyList<PositionExit> exits)
    {
        foreach (var fill in fills)
        {
            _memory.Record(new FillEntry(fill, OrderIds.DecisionOf(fill.ClientOrderId)));
        }

        var outcomes = new List<Outcome>(_memory.Settle(bar));
        outcomes.AddRange(exits.Where(exit => _memory.IsOpen(exit.DecisionId)).Select(_memory.Close));
        return outcomes;
    }

    private async Task CancelBrokenAsync(MarketSnapshot market, CancellationToken cancellationToken)
    {
        if (_books.OpenOrders.All(order => order.Request.ReduceOnly))
        {
            return;
        }

        foreach (var broken in _orders.Review(Limits(market)))
        {
            await OrderRetry.RunAsync(() => _venue.CancelAsync(broken.Order.ClientOrderId, cancellationToken)).ConfigureAwait(false);
        }

        await _books.RefreshOrdersAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reflects on the decisions whose position has ended.</summary>
    private async Task ReflectAsync(IReadOnlyList<PositionExit> exits, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        foreach (var exit in exits)
        {
            var settled = await _memory.Toolkit.WhyAsync(asOf, exit.DecisionId, cancellationToken).ConfigureAwait(false);
            if (settled.Items.Count > 0 && (await _team.Reflector.ReflectAsync(settled.Items[0], cancellationToken).ConfigureAwait(false)).Value is { } reflection)
            {
                _memory.Record(asOf, reflection);
            }
        }
    }
}
