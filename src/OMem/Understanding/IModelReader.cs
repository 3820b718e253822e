namespace OMem.Understanding;

/// <summary>A reader that waits for a model: its requests are divided into calls, and many run at a time while results are committed.</summary>
internal interface IModelReader : IInteractionReader
{
    /// <summary>Divides interactions into requests of one call each.</summary>
    /// <param name="scope">Whose memory it is.</param>
    /// <param name="interactions">What to read, in log order.</param>
    /// <param name="before">What came before the first one, oldest first.</param>
    IEnumerable<ReadingRequest> Divide(MemoryScope scope, IReadOnlyList<StoredInteraction> interactions, IReadOnlyList<StoredInteraction> before);
}
