namespace OMem.Consolidation.Clusters.Summaries;

/// <summary>A cluster with its members, to be summarised.</summary>
/// <param name="Cluster">The cluster as it is.</param>
/// <param name="Members">Its attributes, oldest first.</param>
internal sealed record ClusterView(AttributeCluster Cluster, IReadOnlyList<PersonaItem> Members);
