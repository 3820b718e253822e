namespace OMem.Cli.Output;

/// <summary>Turns the engine's progress into a fraction, and shows what models have cost so far.</summary>
internal sealed class FlushFraction(IProgressBar bar) : IProgress<FlushProgress>
{
    /// <summary>What stands before the bar while no model is called.</summary>
    public const string Label = "understanding";

    /// <summary>Interactions understood so far.</summary>
    public long Done { get; private set; }

    /// <summary>What models have cost so far.</summary>
    public IReadOnlyList<StageUsage> Usage { get; private set; } = [];

    /// <inheritdoc/>
    public void Report(FlushProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Done = value.Done;
        Usage = value.Usage;
        var all = value.Done + value.Remaining;
        bar.Report(all == 0 ? 1 : (double)value.Done / all);
        var cost = value.Usage.Count == 0 ? "" : ": " + UsageText.Sum(value.Usage);
        var wait = value.NextTry is { } next ? ", next try " + Instants.Minute(next) : "";
        bar.Describe(Label + cost + wait);
    }
}
