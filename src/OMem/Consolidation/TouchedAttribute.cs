namespace OMem.Consolidation;

/// <summary>An attribute that a message made current, or no longer so.</summary>
/// <param name="Entry">The attribute as it is now.</param>
/// <param name="WasCurrent">Whether it was current before the message.</param>
internal readonly record struct TouchedAttribute(ItemEntry Entry, bool WasCurrent);
