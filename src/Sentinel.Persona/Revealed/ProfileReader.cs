namespace Sentinel.Persona;

/// <summary>Reads a profile out of a state, without contradictions.</summary>
internal static class ProfileReader
{
    public static RevealedProfile Read(TraderState state, MarketHistory market, PersonaOptions options, DateTimeOffset asOf)
    {
        var evidence = new Evidence(state, market, options, asOf);
        return new RevealedProfile
        {
            AsOf = asOf,
            Attributes = ProfileEstimator.Attributes(evidence),
            HourOfWeek = HourEstimators.Week(evidence),
            Fills = Count(state.FillTimes, asOf),
            Trips = evidence.Trips.Count,
            EquityKnown = options.StartingEquity is not null,
        };
    }

    private static int Count(List<DateTimeOffset> times, DateTimeOffset asOf)
    {
        var (low, high) = (0, times.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle] <= asOf ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
