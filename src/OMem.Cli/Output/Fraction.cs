namespace OMem.Cli.Output;

/// <summary>Shows a progress of its own kind as a fraction, at once: the next report may be the last.</summary>
internal sealed class Fraction<T>(IProgressBar bar, Func<T, double> fraction) : IProgress<T>
{
    /// <inheritdoc/>
    public void Report(T value) => bar.Report(fraction(value));
}
