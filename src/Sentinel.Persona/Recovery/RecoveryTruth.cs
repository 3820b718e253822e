namespace Sentinel.Persona;

/// <summary>What a trader is like at the end: planted where the traits state it, else from many other years of the same trader.</summary>
internal sealed class RecoveryTruth
{
    private readonly RevealedProfile _pooled;
    private readonly double _fomo;
    private readonly TraderTraits _traits;

    public RecoveryTruth(SyntheticTrader trader, IReadOnlyList<RecoveryWorld.Year> years, PersonaOptions options)
    {
        _traits = trader.TraitsAfter ?? trader.Traits;
        List<Evidence> parts = [];
        for (var i = 0; i < years.Count; i++)
        {
            var twin = new SyntheticTrader(trader.Name, _traits, i + 1);
            var manager = RecoveryWorld.Observe(twin, years[i], options);
            parts.Add(new Evidence(manager.State, years[i].History, options, RecoveryWorld.End));
        }

        var pooled = new Evidence(years[0].History, options, RecoveryWorld.End)
        {
            Trips = [.. parts.SelectMany(part => part.Trips)],
            Entries = [.. parts.SelectMany(part => part.Entries)],
            Opportunities = [.. parts.SelectMany(part => part.Opportunities)],
            ExitChances = [.. parts.SelectMany(part => part.ExitChances)],
            Days = [.. parts.SelectMany(part => part.Days)],
        };
        _pooled = new RevealedProfile { AsOf = RecoveryWorld.End, Attributes = ProfileEstimator.Attributes(pooled) };

        // The base rate is that of each year's own market: it cannot be pooled.
        var fomo = parts.Select(part => EntryEstimators.Of(part).Last().Value).Where(value => value is not null).Select(value => value!.Value).ToArray();
        _fomo = fomo.Length > 0 ? fomo.Average() : double.NaN;
    }

    /// <summary>The true value; null where even ten years do not tell.</summary>
    public double? Of(RecoveredTrait trait)
    {
        if (trait.Planted is { } planted)
        {
            return planted(_traits);
        }

        return trait.Name == AttributeNames.Fomo
            ? double.IsNaN(_fomo) ? null : _fomo
            : _pooled.Find(trait.Name, trait.KeyOf(_traits))?.Value;
    }
}
