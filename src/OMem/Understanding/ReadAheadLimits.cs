namespace OMem.Understanding;

/// <summary>How far readings run ahead.</summary>
/// <param name="Running">How many may run at a time; at least one.</param>
/// <param name="Waiting">How many may run, or have ended and wait to be taken; at least one.</param>
internal readonly record struct ReadAheadLimits(int Running, int Waiting)
{
    /// <summary>
    /// Calls that run or wait for a slot, for each that may run: as many as go through in the time of one call. The next starts as soon as a slot is free,
    /// and other scopes do not wait long.
    /// </summary>
    private const int RunningPerSlot = 2;

    /// <summary>Calls ahead, for each that may run: about as many as go through while a batch is judged, summarised and committed, retries included.</summary>
    private const int WaitingPerSlot = 8;

    /// <summary>The limits for so many calls in flight.</summary>
    public static ReadAheadLimits For(int slots) => new(RunningPerSlot * slots, WaitingPerSlot * slots);
}
