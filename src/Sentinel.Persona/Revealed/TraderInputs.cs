namespace Sentinel.Persona;

/// <summary>An order and when it was placed.</summary>
/// <param name="Order">The order.</param>
/// <param name="PlacedAt">When, UTC.</param>
public sealed record PlacedOrder(OrderRequest Order, DateTimeOffset PlacedAt);

/// <summary>A change of position that no fill explains: a holding from before the first row, a deposit, a gap in the history. Its cost is unknown.</summary>
/// <param name="Symbol">What is held.</param>
/// <param name="Time">When it was seen, UTC; it comes before fills of the same time.</param>
/// <param name="Change">Quantity to add, with sign.</param>
/// <param name="Reason">Where it was seen.</param>
public sealed record PositionAdjustment(Symbol Symbol, DateTimeOffset Time, decimal Change, string Reason);

/// <summary>What a call of <see cref="PersonaManager.Observe"/> did.</summary>
/// <param name="Accepted">Fills that were new.</param>
/// <param name="Duplicates">Fills whose id was known.</param>
/// <param name="Rebuilt">Whether a fill came late, so that the books were built anew from the log.</param>
/// <param name="Changes">Changes of behaviour found with these fills.</param>
public sealed record ObserveResult(int Accepted, int Duplicates, bool Rebuilt, IReadOnlyList<PersonaChanged> Changes);
