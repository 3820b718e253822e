namespace OMem;

/// <summary>The seam that turns interactions into understanding: rules without a model, or an LLM.</summary>
/// <remarks>Implementations are thread-safe and keep no state between calls. The same request gives the same answer.</remarks>
public interface IInteractionReader
{
    /// <summary>Name and version, stored with everything it produces.</summary>
    ReaderIdentity Identity { get; }

    /// <summary>Reads a batch of one scope, in log order.</summary>
    /// <param name="request">The interactions to read and what came before them.</param>
    /// <param name="cancellationToken">Ends the call; nothing is kept.</param>
    /// <returns>One understanding for each interaction of <see cref="ReadingRequest.Interactions"/>, in the same order.</returns>
    Task<IReadOnlyList<InteractionUnderstanding>> ReadAsync(ReadingRequest request, CancellationToken cancellationToken = default);
}

/// <summary>A batch to read.</summary>
/// <param name="Scope">Whose memory it is.</param>
/// <param name="Interactions">The interactions to read, in log order.</param>
/// <param name="Before">The interactions just before the first one, oldest first, for context only.</param>
public sealed record ReadingRequest(
    MemoryScope Scope,
    IReadOnlyList<StoredInteraction> Interactions,
    IReadOnlyList<StoredInteraction> Before);
