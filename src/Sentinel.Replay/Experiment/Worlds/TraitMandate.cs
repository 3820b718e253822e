using Sentinel.Persona;

namespace Sentinel.Replay.Experiment;

/// <summary>
/// The mandate a trader of such traits would sign. The factors are chosen once: a trader's own usual trade lies inside it, one of twice the usual risk or
/// size, in a market they hardly touch, at an hour they never trade, or short where they never are, lies outside.
/// </summary>
internal static class TraitMandate
{
    private const decimal Room = 2m;
    private const double SmallestShare = 0.1;
    private const double FocusOfHours = 1.2;
    private const int HoursAround = 8;

    /// <summary>The mandate, in force from a time on.</summary>
    /// <param name="traits">The planted traits at the start.</param>
    /// <param name="range">Mean true range of a bar, as a part of the price, in the trader's history.</param>
    /// <param name="from">From when it holds.</param>
    public static Mandate Of(TraderTraits traits, double range, DateTimeOffset from)
    {
        var risk = (decimal)traits.RiskPerTrade;
        var usual = traits.RiskPerTrade / (traits.StopDistanceAtr * range);
        var position = Math.Round(Math.Clamp(Room * (decimal)usual, 0.02m, 1m), 4);
        var isFocused = traits.HourFocus > FocusOfHours;
        return new Mandate
        {
            KnownAt = from,
            AllowedSymbols = [.. traits.Assets.Where(asset => asset.Weight >= SmallestShare).Select(asset => asset.Symbol).Order()],
            ShortAllowed = traits.ShortShare > 0,
            MaxRiskPerTrade = Math.Round(Math.Clamp(Room * risk, 0.002m, 0.1m), 5),
            MaxPosition = position,
            MaxGross = Math.Min(1m, Room * position),
            MaxDailyLoss = Math.Clamp(4 * risk, 0.02m, 0.2m),
            MaxDrawdown = 0.4m,
            MaxTradesPerDay = (int)Math.Ceiling(2 * traits.EntriesPerDay) + 1,
            FirstHour = isFocused ? Hour(traits.ActiveHour - HoursAround) : null,
            LastHour = isFocused ? Hour(traits.ActiveHour + HoursAround) : null,
        };
    }

    /// <summary>Mean true range of bars as a part of the price, over all symbols.</summary>
    public static double Range(IEnumerable<Bar> bars)
    {
        var ranges = new List<double>();
        foreach (var series in bars.GroupBy(bar => bar.Symbol))
        {
            decimal? close = null;
            foreach (var bar in series)
            {
                var range = Math.Max(bar.High, close ?? bar.Open) - Math.Min(bar.Low, close ?? bar.Open);
                ranges.Add((double)(range / bar.Close));
                close = bar.Close;
            }
        }

        return ranges.Average();
    }

    private static int Hour(double hour) => (((int)Math.Floor(hour) % 24) + 24) % 24;
}
