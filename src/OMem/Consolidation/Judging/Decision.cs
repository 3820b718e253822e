namespace OMem.Consolidation.Judging;

/// <summary>What a model decided about one statement, checked: it stands in the place of the rule's own choice.</summary>
/// <param name="Action">Add, Ignore, Update or End.</param>
/// <param name="Target">The item it is done to, one of those that were shown; null for Add.</param>
/// <param name="Actor">Model and prompt, for the ledger.</param>
/// <param name="Reason">Why, for the ledger: one bounded line. It is text for people and never sent to a model.</param>
internal sealed record Decision(LedgerOperation Action, NearItem? Target, string Actor, string Reason);
