namespace OMem.Tests.Engine;

/// <summary>Lets others run while a test waits for them, and ends a wait for what never comes: better a failed test than a run that hangs.</summary>
internal sealed class Patience
{
    private const int MostTurns = 20_000_000;

    private int _turns;

    /// <summary>Gives the others a turn.</summary>
    /// <exception cref="TimeoutException">They have had turns enough.</exception>
    public async ValueTask YieldAsync()
    {
        if (++_turns > MostTurns)
        {
            throw new TimeoutException("What the test waits for has not come.");
        }

        await Task.Yield();
    }
}
