namespace Sentinel;

/// <summary>
/// The fills of one symbol in the order of their time and id, and what follows from them. A fill that comes in order costs the lots it closes; a late one
/// undoes and applies again the fills after it, so the state depends on which fills there are and not on when they were heard of.
/// </summary>
internal sealed class SymbolBook(Symbol symbol)
{
    private readonly List<AppliedFill> _applied = [];
    private readonly List<Lot> _lots = [];
    private readonly List<RoundTrip> _roundTrips = [];
    private readonly List<ClosedPosition> _closed = [];
    private int _head;

    public Symbol Symbol => symbol;

    public BookState State { get; private set; }

    public IReadOnlyList<AppliedFill> Applied => _applied;

    public IReadOnlyList<RoundTrip> RoundTrips => _roundTrips;

    public IReadOnlyList<ClosedPosition> Closed => _closed;

    public IEnumerable<Lot> OpenLots => _lots.Skip(_head);

    public decimal LastPrice => _applied.Count == 0 ? 0 : _applied[^1].Fill.Price;

    public void Apply(Fill fill)
    {
        var late = new Stack<Fill>();
        while (_applied.Count > 0 && FillOrder.Compare(fill, _applied[^1].Fill) < 0)
        {
            late.Push(_applied[^1].Fill);
            Undo();
        }

        ApplyNext(fill);
        while (late.TryPop(out var next))
        {
            ApplyNext(next);
        }
    }

    private void Undo()
    {
        var last = _applied[^1];
        _applied.RemoveAt(_applied.Count - 1);
        _lots.RemoveRange(last.Lots, _lots.Count - last.Lots);
        if (last.HeadLot is var (index, lot))
        {
            _lots[index] = lot;
        }

        _head = last.Head;
        _roundTrips.RemoveRange(last.RoundTrips, _roundTrips.Count - last.RoundTrips);
        _closed.RemoveRange(last.Closed, _closed.Count - last.Closed);
        State = last.Before;
    }

    private void ApplyNext(Fill fill)
    {
        var (before, head, lots, trips, closed) = (State, _head, _lots.Count, _roundTrips.Count, _closed.Count);
        var remaining = fill.Quantity;
        var fee = fill.Fee;
        (int, Lot)? headLot = null;
        if (before.Quantity != 0 && before.Quantity > 0 != (fill.Side is OrderSide.Buy))
        {
            var closing = Math.Min(remaining, Math.Abs(before.Quantity));
            var closingFee = Money.Share(fee, closing, remaining);
            headLot = CloseLots(fill, closing, closingFee);
            CloseAverage(fill, closing, closingFee);
            remaining -= closing;
            fee -= closingFee;
        }

        if (remaining > 0)
        {
            Open(fill, remaining, fee);
        }

        _applied.Add(new AppliedFill(fill, before, head, headLot, lots, trips, closed, remaining > 0));
    }

    /// <returns>The lot that is closed in part, as it was.</returns>
    private (int Index, Lot Lot)? CloseLots(Fill fill, decimal closing, decimal closingFee)
    {
        while (closing > 0)
        {
            var lot = _lots[_head];
            var quantity = Math.Min(lot.Quantity, closing);
            var exitFee = Money.Share(closingFee, quantity, closing);
            var entryFee = Money.Share(lot.Fee, quantity, lot.Quantity);
            AddRoundTrip(lot, fill, quantity, entryFee + exitFee);
            closing -= quantity;
            closingFee -= exitFee;
            if (quantity < lot.Quantity)
            {
                _lots[_head] = lot with { Quantity = lot.Quantity - quantity, Fee = lot.Fee - entryFee };
                return (_head, lot);
            }

            _head++;
        }

        return null;
    }

    private void AddRoundTrip(Lot lot, Fill fill, decimal quantity, decimal fees)
    {
        var sign = lot.IsLong ? 1 : -1;
        _roundTrips.Add(new RoundTrip
        {
            Symbol = symbol,
            IsLong = lot.IsLong,
            Quantity = quantity,
            OpenedAt = lot.OpenedAt,
            ClosedAt = fill.Timestamp,
            EntryPrice = lot.Price,
            ExitPrice = fill.Price,
            Fees = fees,
            EntryFillId = lot.FillId,
            ExitFillId = fill.Id,
        });
        State = State with
        {
            FifoCost = State.FifoCost - (quantity * lot.Price * sign),
            FifoRealised = State.FifoRealised + ((fill.Price - lot.Price) * quantity * sign),
        };
    }

    private void CloseAverage(Fill fill, decimal closing, decimal closingFee)
    {
        var state = State;
        var size = Math.Abs(state.Quantity);
        var isLong = state.Quantity > 0;
        var sign = isLong ? 1 : -1;
        var cost = Money.Share(state.AverageCost, closing, size);
        var value = closing * fill.Price;
        var open = state.Open with
        {
            Exited = state.Open.Exited + closing,
            ExitedValue = state.Open.ExitedValue + value,
            Fees = state.Open.Fees + closingFee,
        };
        State = state with
        {
            Quantity = state.Quantity - (closing * sign),
            AverageCost = state.AverageCost - cost,
            AverageFees = state.AverageFees - Money.Share(state.AverageFees, closing, size),
            AverageRealised = state.AverageRealised + (value * sign) - cost,
            Open = open,
        };
        if (State.Quantity == 0)
        {
            _closed.Add(ToClosed(open, fill, isLong));
            State = State with { Open = default };
        }
    }

    private ClosedPosition ToClosed(PositionSums sums, Fill exit, bool isLong) => new()
    {
        Symbol = symbol,
        IsLong = isLong,
        Quantity = sums.Entered,
        PeakQuantity = sums.Peak,
        OpenedAt = sums.OpenedAt,
        ClosedAt = exit.Timestamp,
        EntryPrice = sums.EnteredValue / sums.Entered,
        ExitPrice = sums.ExitedValue / sums.Exited,
        Fees = sums.Fees,
        Pnl = ((sums.ExitedValue - sums.EnteredValue) * (isLong ? 1 : -1)) - sums.Fees,
        EntryOrderId = sums.OrderId,
        ExitOrderId = exit.ClientOrderId,
        ByStop = exit.OrderType is OrderType.Stop,
    };

    private void Open(Fill fill, decimal quantity, decimal fee)
    {
        var lot = new Lot(fill.Id, fill.Side is OrderSide.Buy, quantity, fill.Price, fee, fill.Timestamp);
        _lots.Add(lot);
        var state = State;
        var open = state.Quantity == 0 ? new PositionSums(fill.Timestamp, fill.ClientOrderId, 0, 0, 0, 0, 0, 0) : state.Open;
        var held = state.Quantity + (lot.IsLong ? quantity : -quantity);
        State = state with
        {
            Quantity = held,
            FifoCost = state.FifoCost + lot.Cost,
            AverageCost = state.AverageCost + lot.Cost,
            AverageFees = state.AverageFees + fee,
            Open = open with
            {
                Entered = open.Entered + quantity,
                EnteredValue = open.EnteredValue + (quantity * fill.Price),
                Fees = open.Fees + fee,
                Peak = Math.Max(open.Peak, Math.Abs(held)),
            },
        };
    }
}
