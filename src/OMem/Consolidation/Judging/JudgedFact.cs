namespace OMem.Consolidation.Judging;

/// <summary>What may be done to a fact, whatever a model says.</summary>
internal static class JudgedFact
{
    /// <summary>Whether the action makes sense for the two facts.</summary>
    /// <param name="action">Ignore, Update or End.</param>
    /// <param name="target">The known fact.</param>
    /// <param name="item">The new one.</param>
    public static bool IsFit(LedgerOperation action, PersonaItem target, PersonaItem item)
    {
        var (wasPlan, isPlan) = (target.Aspect is FactConsolidator.Plan, item.Aspect is FactConsolidator.Plan);
        return action switch
        {
            // Two events at different times are two; and a plan is no event.
            LedgerOperation.Ignore => wasPlan == isPlan && target.Polarity == item.Polarity
                && (target.ValidFrom is null || item.ValidFrom is null
                    || new TimeRange(target.ValidFrom, target.ValidTo).Overlaps(new TimeRange(item.ValidFrom, item.ValidTo))),

            // What is planned does not undo what has happened.
            LedgerOperation.Update => wasPlan || !isPlan,
            LedgerOperation.End => wasPlan,
            _ => false,
        };
    }
}
