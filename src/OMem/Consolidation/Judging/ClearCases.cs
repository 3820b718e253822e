namespace OMem.Consolidation.Judging;

/// <summary>How sure the rules are of a statement.</summary>
internal enum Clarity
{
    /// <summary>Something near may bear on it.</summary>
    Unclear = 0,

    /// <summary>It says what is known, in the same words.</summary>
    Known = 1,

    /// <summary>It is something else, or plainly takes the place of something.</summary>
    Sure = 2,
}

/// <summary>Which attributes need no model, because a rule is sure of them.</summary>
internal static class ClearCases
{
    /// <summary>How sure the rule is, seen from the memory as it is.</summary>
    /// <param name="state">The memory.</param>
    /// <param name="value">The attribute.</param>
    /// <param name="corrects">Whether the speaker puts something right.</param>
    /// <param name="tense">Where it stands in time.</param>
    public static Clarity Of(DerivedState state, Statement value, bool corrects, Tense tense)
    {
        if (value.IsAnyCurrent || corrects)
        {
            return Clarity.Sure;
        }

        var sharing = state.Items.Sharing(value.Group, value.Key);
        if (sharing.Find(entry => (entry.IsCurrent || tense is Tense.Ended) && entry.Key.Overlap(value.Key) >= ConsolidationLimits.SameByWords) is { } same)
        {
            return same.Item.Polarity == value.Polarity ? Clarity.Known : Clarity.Sure;
        }

        if (tense is Tense.Ended)
        {
            return Clarity.Unclear;
        }

        return Refinement.Of(value, sharing) is not null || IsPlainlyAnother(state, value) ? Clarity.Sure
            : IsParaphrase(state, value) ? Clarity.Known
            : Clarity.Unclear;
    }

    private static bool IsParaphrase(DerivedState state, Statement value) =>
        NearestItem.Find(state, value.Group, value.Key, value.Vector).Entry is { IsCurrent: true } nearest
        && nearest.Item.Polarity == value.Polarity && Paraphrase.Is(nearest.Key, value.Key, Similarity.Cosine(nearest.Vector, value.Vector));

    /// <summary>Where one value holds at a time, one that shares no word with the current one takes its place.</summary>
    private static bool IsPlainlyAnother(DerivedState state, Statement value)
    {
        if (!value.IsExclusive)
        {
            return false;
        }

        var current = state.Items.Group(value.Group).Where(static entry => entry is { IsCurrent: true, Item: { Exclusive: true, Polarity: Polarity.Positive } }).ToList();
        return current.Count > 0 && current.TrueForAll(entry => entry.Key.Overlap(value.Key) == 0);
    }
}
