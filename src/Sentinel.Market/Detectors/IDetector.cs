namespace Sentinel.Market.Detectors;

/// <summary>
/// Looks at one bar after the other and reports what it finds. Causal: it has seen the bars before, and nothing else; what a bar is tested
/// against never holds that bar itself.
/// </summary>
internal interface IDetector
{
    /// <summary>Looks at the next bar.</summary>
    void Step(Reading reading, EventSink sink);
}
