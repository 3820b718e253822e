namespace OMem.Consolidation;

/// <summary>What the rule finds for a fact among the current facts that share a word with it.</summary>
/// <param name="Same">The one that says the same; null when none does.</param>
/// <param name="Replaced">Else the one whose place it takes: a plan that came true, or what it denies.</param>
internal readonly record struct FactMatch(ItemEntry? Same, ItemEntry? Replaced)
{
    /// <summary>Matches a fact.</summary>
    /// <param name="alike">Current facts of the subject that share a stem, in look-up order.</param>
    /// <param name="key">Its stems.</param>
    /// <param name="vector">Its vector.</param>
    /// <param name="told">How and when it was told.</param>
    public static FactMatch Of(List<ItemEntry> alike, ValueKey key, in SentenceVector vector, FactTelling told)
    {
        ItemEntry? replaced = null;
        foreach (var entry in alike)
        {
            if (!IsSameTime(entry.Item, told))
            {
                continue;
            }

            var isSameKind = entry.Item.Polarity == told.Polarity && entry.Item.Aspect is FactConsolidator.Plan == told.IsPlan;
            if (isSameKind && Paraphrase.Is(entry.Key, key, Similarity.Cosine(entry.Vector, vector)))
            {
                return new FactMatch(entry, Replaced: null);
            }

            replaced ??= IsReplacedBy(entry, key, told) ? entry : null;
        }

        return new FactMatch(Same: null, replaced);
    }

    /// <summary>A plan that came true or was called off, or an event that is now denied (or the other way round).</summary>
    private static bool IsReplacedBy(ItemEntry entry, ValueKey key, FactTelling told)
    {
        if (told.SaidAt < entry.Item.LastStatedAt)
        {
            return false;
        }

        var overlap = entry.Key.Overlap(key);
        var isFulfilled = entry.Item.Aspect is FactConsolidator.Plan && !told.IsPlan && entry.Item.Polarity == told.Polarity && overlap >= ConsolidationLimits.Fulfils;
        return isFulfilled || (entry.Item.Polarity != told.Polarity && overlap >= ConsolidationLimits.SameByWords);
    }

    private static bool IsSameTime(PersonaItem known, FactTelling told)
    {
        if (known.ValidFrom is not null && told.When is { } when)
        {
            return new TimeRange(known.ValidFrom, known.ValidTo).Overlaps(when);
        }

        return known.LastStatedAt is { } last && (told.SaidAt - last).Duration() <= ConsolidationLimits.SameTelling;
    }
}

/// <summary>How and when a fact was told.</summary>
/// <param name="IsPlan">Whether it has not happened yet.</param>
/// <param name="Polarity">Affirmed or denied.</param>
/// <param name="When">When it happened, if said.</param>
/// <param name="SaidAt">When it was said.</param>
internal readonly record struct FactTelling(bool IsPlan, Polarity Polarity, TimeRange? When, DateTimeOffset SaidAt);
