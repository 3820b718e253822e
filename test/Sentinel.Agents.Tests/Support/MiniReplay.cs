using OMem;
using Sentinel.Exchange;
using Sentinel.Exchange.Simulator;
using Sentinel.Market;
using Sentinel.Risk;

namespace Sentinel.Agents.Tests.Support;

/// <summary>All real parts over generated bars: market, simulated venue, books, memory, agents, order path.</summary>
internal sealed class MiniReplay : IAsyncDisposable
{
    private const decimal Capital = 100_000m;

    private readonly GeneratedMarket _market;
    private readonly SimulatedExchange _venue;
    private readonly TradeLedger _ledger = new(Capital);
    private readonly PortfolioTracker _books;
    private readonly IJournal _journal = DecisionJournal.InMemory(new MemoryScope("acme", "ines"));
    private readonly TraderMemory _memory;
    private readonly Instrument _instrument;
    private Portfolio? _portfolio;

    public MiniReplay(int bars, Mandate mandate, MarketWorld world = MarketWorld.Planted, int seed = 1)
    {
        _market = BarGenerator.Generate(new BarGeneratorOptions { Count = bars, World = world, Seed = seed });
        _instrument = new Instrument { Symbol = _market.Options.Symbol };
        _venue = new SimulatedExchange(new SimulatorOptions { Instruments = [_instrument], InitialCash = Capital });
        _books = new PortfolioTracker(_ledger);
        _memory = TraderMemory.Open(new TraderMemoryOptions { Journal = _journal, Portfolio = _ => _portfolio });
        Mandate = _memory.Person.SetMandate(_market.Bars[0].OpenTime, mandate with { KnownAt = _market.Bars[0].OpenTime }, "ines");
    }

    public Mandate Mandate { get; }

    public int Opening { get; private set; }

    public int Violating { get; private set; }

    public List<string> Rejections { get; } = [];

    /// <summary>Books right after each bar in which something was filled that opened or added.</summary>
    public List<Portfolio> AfterEntries { get; } = [];

    public int Fills => _ledger.FillCount;

    public string JournalHash => _journal.HeadHash;

    public bool IsIntact => _memory.Person.Verify().IsIntact;

    public async Task RunAsync(TraderTeam team, MemoryArm arm, bool mandateShown)
    {
        var tracker = new MarketTracker(_instrument.Symbol);
        var manager = new DeepTraderManager(_memory.Toolkit, team);
        var judge = new MandateJudge();
        var path = new OrderPath<ExchangeResult<OrderState>>(new OrderPlanner(), _venue.PlaceAsync);
        var state = TradingState.Open;
        var cycle = 0L;
        foreach (var bar in _market.Bars)
        {
            var entered = Take(_venue.OnBar(bar));
            var open = (await _venue.GetOpenOrdersAsync()).Value!;

            // At the open of the bar the books stand as the gate foresaw; by its close the market has moved on.
            if (entered)
            {
                AfterEntries.Add(_books.Observe(bar.OpenTime, new Dictionary<Symbol, decimal> { [bar.Symbol] = bar.Open }));
            }

            _portfolio = _books.Observe(bar.CloseTime, new Dictionary<Symbol, decimal> { [bar.Symbol] = bar.Close }, ProtectiveStops.Of(open));
            var update = tracker.Update(bar);
            _memory.Observe(update.Snapshot, update.Events);
            _memory.Settle(bar);
            state = state.Observe(_portfolio, Mandate, bar.CloseTime);
            if (update.Snapshot.Atr is null)
            {
                continue;
            }

            var request = new DecisionRequest { Situation = Situation.Of(update.Snapshot, update.Events, _portfolio), AsOf = bar.CloseTime, Arm = arm, MandateShown = mandateShown };
            var decision = await manager.DecideAsync(request);
            var risk = Risk(bar, update.Snapshot, state, open);
            if (decision.Intent.Direction is IntentDirection.Long or IntentDirection.Short)
            {
                Opening++;
                Violating += judge.Violations(decision.Intent, risk).Count > 0 ? 1 : 0;
            }

            var id = Decision.MakeId(_memory.Scope, ++cycle, bar.Symbol, bar.CloseTime);
            var (plan, reply) = await path.SubmitAsync(decision.Intent, risk, id);
            if (reply is { IsSuccess: false, Error: { } error })
            {
                Rejections.Add(error.Code);
            }

            Record(bar, update, decision, plan, id, cycle);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _memory.DisposeAsync();
        _journal.Dispose();
    }

    private bool Take(IReadOnlyList<Fill> fills)
    {
        var entered = false;
        foreach (var fill in fills)
        {
            var before = Math.Abs(_ledger.Quantity(fill.Symbol));
            _ledger.Apply(fill);
            _memory.Record(new FillEntry(fill, null));
            entered |= Math.Abs(_ledger.Quantity(fill.Symbol)) > before;
        }

        return entered;
    }

    private RiskContext Risk(Bar bar, MarketSnapshot market, TradingState state, IReadOnlyList<OrderState> open) => new()
    {
        Now = bar.CloseTime,
        Portfolio = _portfolio,
        Mandate = Mandate,
        Instrument = _instrument,
        Market = market,
        State = state,
        Pending = [.. open.Where(order => !order.Request.ReduceOnly).Select(order => new RestingOrder(order.Request, order.Request.Quantity - order.Filled, bar.Close))],
    };

    private void Record(Bar bar, MarketUpdate update, ManagerDecision decision, OrderPlan plan, string id, long cycle) => _memory.Record(new Decision
    {
        Id = id,
        Cycle = cycle,
        Symbol = bar.Symbol,
        AsOf = bar.CloseTime,
        Price = bar.Close,
        Atr = update.Snapshot.Atr,
        Regime = update.Snapshot.Regime,
        State = decision.Context.Situation.State,
        PositionBefore = _portfolio?.Position(bar.Symbol)?.Quantity ?? 0m,
        Events = [.. update.Events.Select(MarketEventRef.Of)],
        ContextIds = decision.Context.Ids,
        Dropped = decision.Context.Dropped,
        Proposals = decision.Proposals,
        Intent = decision.Intent,
        SizeTrace = plan.SizeTrace,
        Quantity = plan.Order?.Quantity ?? 0m,
        Verdict = plan.Gate?.Verdict,
        Gate = plan.Findings,
        OrderIds = plan.Order is { } order ? [order.ClientOrderId] : [],
    });
}
