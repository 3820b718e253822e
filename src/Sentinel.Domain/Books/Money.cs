namespace Sentinel;

/// <summary>How amounts are rounded. What is rounded at all is rounded against the trader, and what is shared leaves no rest.</summary>
public static class Money
{
    /// <summary>Decimals of a fee.</summary>
    public const int FeeDecimals = 8;

    /// <summary>Decimals of a part that is split off an amount; the rest stays with the amount, so nothing is lost.</summary>
    public const int ShareDecimals = 12;

    /// <summary>Divided by this a decimal loses its trailing zeros, which its text would show.</summary>
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>A fee rounded up: a payment is never less, a rebate (below 0) never more than exact.</summary>
    public static decimal CeilingFee(decimal fee) => decimal.Round(fee, FeeDecimals, MidpointRounding.ToPositiveInfinity);

    /// <summary>The part of an amount that belongs to <paramref name="part"/> of <paramref name="whole"/>; all of it when they are equal.</summary>
    /// <param name="amount">What is shared; the caller keeps <c>amount - result</c>.</param>
    /// <param name="part">Above 0 and not above <paramref name="whole"/>.</param>
    /// <param name="whole">Above 0.</param>
    public static decimal Share(decimal amount, decimal part, decimal whole) =>
        part == whole ? amount : decimal.Round(amount / whole * part, ShareDecimals, MidpointRounding.ToEven);

    /// <summary>The same number with no trailing zeros, so that equal amounts have equal texts.</summary>
    public static decimal Normalize(decimal amount) => amount / One;

    /// <summary>The square root of a number that is 0 or more, to the last decimals: the machine's root, then one step of Newton.</summary>
    public static decimal Sqrt(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (value == 0)
        {
            return 0;
        }

        var root = (decimal)Math.Sqrt((double)value);
        return (root + (value / root)) / 2;
    }
}
