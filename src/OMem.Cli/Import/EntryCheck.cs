using OMem.Storage;

namespace OMem.Cli.Import;

/// <summary>Asks the engine whether it would take an interaction, without storing it anywhere.</summary>
internal sealed class EntryCheck : IAsyncDisposable
{
    // An engine of its own, empty and without models: an estimate checks what it is given as storing would.
    // It has no policy for sensitive data: that of the memory is done before.
    private readonly MemoryEngine _engine = new(
        new InMemoryMemoryStore(), options: new OMemOptions { BackgroundUnderstanding = false, SensitiveData = SensitiveDataPolicy.All(SensitiveHandling.Keep) });
    private readonly IMemory _memory;

    /// <summary>Makes a check.</summary>
    public EntryCheck() => _memory = _engine.ForScope(new MemoryScope("check", "check"));

    /// <summary>What is wrong with the interaction; null when it would be taken.</summary>
    public async Task<string?> FaultAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        try
        {
            await _memory.EstimateAsync([interaction], cancellationToken);
            return null;
        }
        catch (InvalidInteractionException refusal)
        {
            return ImportRun.Refused(refusal);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
