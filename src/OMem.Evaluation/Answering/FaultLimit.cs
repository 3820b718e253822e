namespace OMem.Evaluation;

/// <summary>Ends a run whose model cannot be used, before every question counts as wrong. Thread-safe.</summary>
internal sealed class FaultLimit
{
    private const int MostInARow = 5;

    private int _inARow;

    /// <summary>A call was answered.</summary>
    public void Passed() => Volatile.Write(ref _inARow, 0);

    /// <summary>A call failed for good.</summary>
    /// <exception cref="AnswerRunException">It will not get better by asking on.</exception>
    public void Failed(ModelException fault)
    {
        if (fault.IsAboutContent)
        {
            return;
        }

        if (!fault.IsTransient)
        {
            throw new AnswerRunException($"{fault.Message} What was answered is kept.", fault);
        }

        if (Interlocked.Increment(ref _inARow) >= MostInARow)
        {
            throw new AnswerRunException(
                FormattableString.Invariant($"{MostInARow} calls in a row failed; the last: {fault.Message} What was answered is kept: run the same command again to go on."), fault);
        }
    }
}
