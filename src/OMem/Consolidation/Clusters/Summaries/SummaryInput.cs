namespace OMem.Consolidation.Clusters.Summaries;

/// <summary>A summarising call as the model gets it.</summary>
internal sealed record SummaryInput(IReadOnlyList<SummaryInputGroup> Groups);

/// <summary>A cluster.</summary>
/// <param name="N">Its number in this call, from 1.</param>
/// <param name="About">Whom it is about.</param>
/// <param name="Statements">Its members' sentences.</param>
internal sealed record SummaryInputGroup(int N, string About, IReadOnlyList<string> Statements);
