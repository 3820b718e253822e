using OMem.Interactions;
using OMem.Storage;

namespace OMem.Recall;

/// <summary>All that the channels read of one question, and the table they fill.</summary>
/// <param name="View">The turns.</param>
/// <param name="Derived">Derived memory; empty until something was understood.</param>
/// <param name="Question">The question as understood.</param>
/// <param name="Vectors">Its vectors; null for lexical recall.</param>
/// <param name="Profile">The weights and constants in use.</param>
/// <param name="Features">The table to fill.</param>
internal sealed record RecallContext(
    ScopeView View,
    DerivedView Derived,
    Question Question,
    QueryVectors? Vectors,
    RecallProfile Profile,
    FeatureTable Features)
{
    /// <summary>The instant whose knowledge is asked for; null for the present.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Attributes and facts that match; filled by the persona channel alone.</summary>
    public List<StatementMatch<StoredItem>> PersonaMatches { get; } = [];
}
