namespace Sentinel.Memory;

/// <summary>The values an attribute had, read at monthly instants back from the question.</summary>
internal static class AttributeHistory
{
    private const int Months = 6;
    private static readonly TimeSpan Step = TimeSpan.FromDays(30);

    public static IReadOnlyList<TraderAttribute> Of(MemoryReads reads, TraderAttribute attribute, DateTimeOffset asOf)
    {
        var history = new List<TraderAttribute>();
        for (var back = Months; back >= 1; back--)
        {
            var reading = reads.Persona(asOf - (Step * back));
            var list = attribute.IsDeclared ? reading.Declared : reading.Revealed;
            if (list.FirstOrDefault(past => string.Equals(past.Name, attribute.Name, StringComparison.Ordinal)) is { } past
                && (history.Count is 0 || !string.Equals(history[^1].Id, past.Id, StringComparison.Ordinal)))
            {
                history.Add(past);
            }
        }

        return history;
    }
}
