namespace OMem;

/// <summary>Attributes of one subject that say related things: a connected component of the nearest-neighbour graph above a similarity threshold (O-Mem, arXiv 2511.13593, eqs. 5-7, with a threshold).</summary>
/// <param name="Id">Derived from the members.</param>
/// <param name="Subject">Whom it is about.</param>
/// <param name="Label">The aspect its members share most.</param>
/// <param name="Summary">One readable line.</param>
/// <param name="Members">Ids of its attributes, oldest first.</param>
public sealed record AttributeCluster(string Id, string Subject, string Label, string Summary, IReadOnlyList<string> Members);
