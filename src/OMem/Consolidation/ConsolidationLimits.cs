namespace OMem.Consolidation;

/// <summary>Thresholds and bounds of consolidation. The bounds keep the work for one candidate independent of the size of the memory.</summary>
internal static class ConsolidationLimits
{
    /// <summary>Cosine from which two sentences say the same, when their words do not speak against it.</summary>
    public const double SameByVector = 0.92;

    /// <summary>Overlap of stems from which two values say the same.</summary>
    public const double SameByWords = 0.8;

    /// <summary>Overlap of stems two sentences need before their vectors may decide.</summary>
    public const double LeastOverlap = 0.5;

    /// <summary>Overlap from which an event is the fulfilment of a plan.</summary>
    public const double Fulfils = 0.6;

    /// <summary>How far apart two undated accounts may be told and still be of one event.</summary>
    public static readonly TimeSpan SameTelling = TimeSpan.FromDays(30);

    /// <summary>Entries of one stem that are looked at, newest first.</summary>
    public const int PostingWindow = 64;

    /// <summary>Newest neighbours compared by vector whatever their words.</summary>
    public const int VectorWindow = 256;

    /// <summary>Stems of a sentence that are looked up, rarest first.</summary>
    public const int LookUps = 6;
}
