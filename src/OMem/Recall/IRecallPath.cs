using OMem.Interactions;

namespace OMem.Recall;

/// <summary>A read path: which turns and items a question brings, within its budget. Thread-safe; never calls a language model.</summary>
internal interface IRecallPath
{
    /// <summary>Recalls.</summary>
    /// <param name="view">The turns.</param>
    /// <param name="derived">Derived memory.</param>
    /// <param name="query">A query within its documented ranges.</param>
    /// <param name="vectors">Vectors of <see cref="QueryAnalyzer.EmbeddingTexts(ScopeView, string)"/>; null for lexical recall.</param>
    /// <param name="load">Reads texts.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<RecallResult> RecallAsync(
        ScopeView view, DerivedView derived, RecallQuery query, QueryVectors? vectors, LoadInteractions load, CancellationToken cancellationToken);
}
