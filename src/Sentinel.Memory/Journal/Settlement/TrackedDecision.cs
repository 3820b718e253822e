namespace Sentinel.Memory;

/// <summary>A decision whose outcomes are not all settled, and what the bars since have shown.</summary>
internal sealed class TrackedDecision(Decision decision)
{
    private decimal _low = decimal.MaxValue;
    private decimal _high = decimal.MinValue;
    private decimal? _barrierPrice;
    private OutcomeBarrier _barrier;

    public Decision Decision => decision;

    /// <summary>Exposure after it.</summary>
    public int Exposure { get; } = Exposures.After(decision);

    /// <summary>Bars seen since.</summary>
    public int Bars { get; private set; }

    /// <summary>Where an order of the decision would have traded at the market: the open of the next bar.</summary>
    public decimal? Entry { get; private set; }

    /// <summary>Takes in a bar that opened at or after the decision.</summary>
    public void Add(Bar bar)
    {
        Bars++;
        Entry ??= bar.Open;
        if (_barrierPrice is not null)
        {
            return;
        }

        Meet(bar);
        _low = Math.Min(_low, _barrier is OutcomeBarrier.Stop && Exposure > 0 ? Math.Max(bar.Low, Math.Min(_barrierPrice!.Value, bar.Open)) : bar.Low);
        _high = Math.Max(_high, _barrier is OutcomeBarrier.Stop && Exposure < 0 ? Math.Min(bar.High, Math.Max(_barrierPrice!.Value, bar.Open)) : bar.High);
    }

    /// <summary>What became of it by the end of a bar.</summary>
    public Outcome Settle(OutcomeHorizon horizon, Bar bar)
    {
        var entry = Entry ?? bar.Open;
        var exit = _barrierPrice ?? bar.Close;
        var market = Part(bar.Close - entry, entry);
        var raw = Exposure is 0 ? 0 : Exposure * Part(exit - entry, entry);
        return Excursions(new Outcome
        {
            Id = Outcome.MakeId(decision.Id, horizon),
            DecisionId = decision.Id,
            Symbol = decision.Symbol,
            Horizon = horizon,
            Exposure = Exposure,
            Raw = raw,
            MarketReturn = market,
            AlphaVsHold = raw - market,
            MoveAtr = decision.Atr is > 0 ? (double)(bar.Close - entry) / decision.Atr : null,
            RMultiple = Risk(entry) is { } risk ? raw * (double)entry / (double)risk : null,
            Barrier = _barrier,
            HorizonEnd = bar.CloseTime,
            SettledAt = bar.CloseTime,
        });
    }

    /// <summary>What became of the position it opened.</summary>
    public Outcome Settle(PositionExit exit)
    {
        var sign = exit.IsLong ? 1 : -1;
        var value = exit.EntryPrice * exit.Quantity;
        var market = Part(exit.ExitPrice - exit.EntryPrice, exit.EntryPrice);
        var raw = value is 0 ? 0 : (double)((((exit.ExitPrice - exit.EntryPrice) * exit.Quantity * sign) - exit.Fees) / value);
        return Excursions(new Outcome
        {
            Id = Outcome.MakeId(decision.Id, OutcomeHorizon.Exit),
            DecisionId = decision.Id,
            Symbol = decision.Symbol,
            Horizon = OutcomeHorizon.Exit,
            Exposure = sign,
            Raw = raw,
            MarketReturn = market,
            AlphaVsHold = raw - market,
            MoveAtr = decision.Atr is > 0 ? (double)(exit.ExitPrice - exit.EntryPrice) / decision.Atr : null,
            RMultiple = Risk(exit.EntryPrice) is { } risk ? raw * (double)exit.EntryPrice / (double)risk : null,
            Barrier = exit.Barrier,
            Fees = exit.Fees,
            Slippage = exit.Slippage,
            HorizonEnd = exit.ClosedAt,
            SettledAt = exit.ClosedAt,
        });
    }

    /// <summary>Pessimistic inside a bar: a gap counts at the open, and the stop comes before the target.</summary>
    private void Meet(Bar bar)
    {
        if (Exposure is 0)
        {
            return;
        }

        var (stop, target) = (decision.Intent.Stop, decision.Intent.Target);
        if (stop is { } s && IsBeyond(s, Entry!.Value) && (Exposure > 0 ? bar.Low <= s : bar.High >= s))
        {
            _barrier = OutcomeBarrier.Stop;
            _barrierPrice = Exposure > 0 ? Math.Min(s, bar.Open) : Math.Max(s, bar.Open);
        }
        else if (target is { } t && !IsBeyond(t, Entry!.Value) && (Exposure > 0 ? bar.High >= t : bar.Low <= t))
        {
            _barrier = OutcomeBarrier.Target;
            _barrierPrice = t;
        }
    }

    private bool IsBeyond(decimal stop, decimal entry) => (entry - stop) * Exposure > 0;

    private decimal? Risk(decimal entry) =>
        Exposure is not 0 && decision.Intent.Stop is { } stop && IsBeyond(stop, entry) ? Math.Abs(entry - stop) : null;

    private Outcome Excursions(Outcome outcome)
    {
        if (Entry is not { } entry || _low > _high)
        {
            return outcome;
        }

        var down = Part(_low - entry, entry);
        var up = Part(_high - entry, entry);
        return Exposure < 0
            ? outcome with { Mae = Math.Min(0, -up), Mfe = Math.Max(0, -down) }
            : outcome with { Mae = Math.Min(0, down), Mfe = Math.Max(0, up) };
    }

    private static double Part(decimal difference, decimal of) => of is 0 ? 0 : (double)(difference / of);
}
