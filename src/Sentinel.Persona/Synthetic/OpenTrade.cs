namespace Sentinel.Persona;

/// <summary>A position of a synthetic trader.</summary>
internal sealed class OpenTrade
{
    public required Symbol Symbol { get; init; }

    public required bool IsLong { get; init; }

    public required decimal Quantity { get; set; }

    public required decimal Cost { get; set; }

    public decimal? Stop { get; set; }

    public required double Atr { get; init; }

    /// <summary>Hours it is to be held, on the trader's own clock.</summary>
    public required double PlannedHours { get; init; }

    /// <summary>Whether it may be added to when it loses.</summary>
    public required bool MayAddDown { get; set; }

    /// <summary>Whether it may be added to when it gains.</summary>
    public required bool MayAddUp { get; set; }

    /// <summary>Whether it has moved by an average true range the way its trader adds; each way once.</summary>
    public bool TakesAdd(decimal price)
    {
        var gain = IsGain(price);
        if (!(gain ? MayAddUp : MayAddDown) || Math.Abs(price - AveragePrice) <= (decimal)Atr)
        {
            return false;
        }

        (MayAddUp, MayAddDown) = gain ? (false, MayAddDown) : (MayAddUp, false);
        return true;
    }

    /// <summary>Hours passed on that clock, which runs faster in gain and slower in loss for those with the disposition effect.</summary>
    public double ClockHours { get; set; }

    public decimal AveragePrice => Cost / Quantity;

    public bool IsGain(decimal price) => IsLong ? price > AveragePrice : price < AveragePrice;

    public bool IsStopped(Bar bar) => Stop is { } stop && (IsLong ? bar.Low <= stop : bar.High >= stop);

    /// <summary>The stop's price, or the open where the bar opened beyond it.</summary>
    public decimal StopFill(Bar bar) => IsLong ? Math.Min(Stop!.Value, bar.Open) : Math.Max(Stop!.Value, bar.Open);
}
