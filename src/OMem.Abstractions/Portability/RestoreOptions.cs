namespace OMem;

/// <summary>How an export is restored.</summary>
public sealed record RestoreOptions
{
    /// <summary>Only read and check it; nothing is stored. The scope need not be empty.</summary>
    /// <value>False by default.</value>
    public bool DryRun { get; init; }

    /// <summary>Receives how far the indexing of texts has come, which takes most of the time; null for nobody.</summary>
    public IProgress<RestoreProgress>? Progress { get; init; }
}

/// <summary>How far a restore has come. Nothing is stored before its end.</summary>
/// <param name="Done">Texts indexed.</param>
/// <param name="Total">Texts to index.</param>
public readonly record struct RestoreProgress(long Done, long Total);

/// <summary>What a restore did.</summary>
/// <param name="Content">How much the export holds.</param>
/// <param name="AlreadyThere">True when the scope held exactly this already: nothing was stored.</param>
public sealed record RestoreResult(ExportSummary Content, bool AlreadyThere);
