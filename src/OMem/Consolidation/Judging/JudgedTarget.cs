namespace OMem.Consolidation.Judging;

/// <summary>The item a decision is about, as it is by the time it is carried out.</summary>
internal static class JudgedTarget
{
    /// <summary>
    /// The current item; null when it was not stored, or is current no more. What took its place earlier in the batch stands for it when it
    /// is to be replaced.
    /// </summary>
    public static ItemEntry? Of(Decision decision, DerivedState state)
    {
        var entry = decision.Target?.Item ?? decision.Target?.Peer?.Landed;
        while (decision.Action is LedgerOperation.Update && entry is { IsCurrent: false, Item.SupersededBy: { } next } && state.Contains(next))
        {
            entry = state.Get(next);
        }

        return entry is { IsCurrent: true } ? entry : null;
    }
}
