using OMem.Recall;
using OMem.Storage;

namespace OMem.Interactions;

/// <summary>One consistent state of a scope for readers.</summary>
/// <param name="Head">What the store held when it was made.</param>
/// <param name="View">The turns.</param>
/// <param name="Derived">Derived memory.</param>
internal sealed record ScopeSnapshot(ScopeHead Head, ScopeView View, DerivedView Derived);
