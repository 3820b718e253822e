namespace Sentinel.Persona;

/// <summary>On a spot market nothing is short: what is sold beyond what was bought came from outside of the file, at a cost that is not known.</summary>
internal static class SpotHoldings
{
    public static IReadOnlyList<PositionAdjustment> Explain(IEnumerable<Fill> fills)
    {
        Dictionary<Symbol, decimal> held = [];
        List<PositionAdjustment> adjustments = [];
        foreach (var fill in fills.OrderBy(fill => fill.Timestamp).ThenBy(fill => fill.Id, StringComparer.Ordinal))
        {
            var position = held.GetValueOrDefault(fill.Symbol) + fill.SignedQuantity;
            if (position < 0)
            {
                adjustments.Add(new PositionAdjustment(fill.Symbol, fill.Timestamp, -position, "sold more than the file shows bought"));
                position = 0;
            }

            held[fill.Symbol] = position;
        }

        return adjustments;
    }
}
