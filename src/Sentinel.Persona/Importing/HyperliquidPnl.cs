namespace Sentinel.Persona;

/// <summary>Recomputes closed results at average cost, without fees, and compares them with the venue's.</summary>
internal sealed class HyperliquidPnl
{
    private decimal _position;
    private decimal _cost;
    private bool _costKnown = true;
    private decimal _venue;
    private decimal _comparable;
    private decimal _recomputed;
    private int _compared;
    private int _agreeing;
    private int _unknown;

    public static PnlCheck Sum(IEnumerable<HyperliquidPnl> coins)
    {
        var all = coins.ToArray();
        return new PnlCheck
        {
            Venue = all.Sum(coin => coin._venue),
            VenueComparable = all.Sum(coin => coin._comparable),
            Recomputed = all.Sum(coin => coin._recomputed),
            Compared = all.Sum(coin => coin._compared),
            Agreeing = all.Sum(coin => coin._agreeing),
            CostUnknown = all.Sum(coin => coin._unknown),
        };
    }

    /// <summary>Takes the next row in the order of the chain.</summary>
    public void Take(HyperliquidRow row)
    {
        _venue += row.ClosedPnl;
        if (Math.Abs(row.StartPosition - _position) > 0.000001m * Math.Max(1, Math.Abs(_position)))
        {
            (_position, _cost, _costKnown) = (row.StartPosition, 0, row.StartPosition == 0);
        }

        var signed = row.Side is OrderSide.Buy ? row.Quantity : -row.Quantity;
        if (_position == 0 || Math.Sign(_position) == Math.Sign(signed))
        {
            _costKnown |= _position == 0;
            _cost = _position == 0 ? signed * Paid(row) : _cost + (signed * Paid(row));
        }
        else
        {
            Close(row, signed);
        }

        _position = row.EndPosition;
        if (_position == 0)
        {
            (_cost, _costKnown) = (0, true);
        }
    }

    private void Close(HyperliquidRow row, decimal signed)
    {
        var closed = Math.Min(Math.Abs(signed), Math.Abs(_position));
        var average = _cost / _position;
        if (_costKnown)
        {
            var pnl = (row.Price - average) * closed * Math.Sign(_position);
            (_compared, _comparable, _recomputed) = (_compared + 1, _comparable + row.ClosedPnl, _recomputed + pnl);
            _agreeing += Math.Abs(pnl - row.ClosedPnl) <= Math.Max(0.01m, 0.01m * Math.Abs(row.ClosedPnl)) ? 1 : 0;
        }
        else
        {
            _unknown++;
        }

        var left = Math.Abs(_position) - closed;
        if (left > 0)
        {
            _cost = average * left * Math.Sign(_position);
            return;
        }

        // What is beyond the position opens the other way.
        (_cost, _costKnown) = (Math.Sign(signed) * (Math.Abs(signed) - closed) * row.Price, true);
    }

    /// <summary>Price of one unit that arrives; a fee in the asset makes it dearer.</summary>
    private static decimal Paid(HyperliquidRow row) => row.FeeIsInAsset ? row.Price * row.Size / row.Quantity : row.Price;
}
