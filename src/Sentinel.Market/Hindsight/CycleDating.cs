namespace Sentinel.Market.Hindsight;

/// <summary>The rules of Pagan and Sossounov on monthly logarithms of prices.</summary>
internal static class CycleDating
{
    private const int Window = 8;
    private const int Censor = 6;
    private const int LeastCycle = 16;
    private const int LeastPhase = 4;

    // A move of 20 % excuses a short phase.
    private static readonly double LargeMove = Math.Log(1.2);

    /// <summary>The turns, in order.</summary>
    public static List<Turn> Date(double[] months)
    {
        var turns = new List<Turn>();
        for (var t = Censor; t < months.Length - Censor; t++)
        {
            var around = months[Math.Max(0, t - Window)..Math.Min(months.Length, t + Window + 1)];
            if (months[t] >= around.Max() && around.Min() < months[t])
            {
                turns.Add(new Turn(t, months[t], IsPeak: true));
            }
            else if (months[t] <= around.Min() && around.Max() > months[t])
            {
                turns.Add(new Turn(t, months[t], IsPeak: false));
            }
        }

        Alternate(turns);
        while (DropShortCycle(turns) || DropShortPhase(turns))
        {
            Alternate(turns);
        }

        return turns;
    }

    // Of two peaks in a row the higher stays, of two troughs the lower, of two that are equal the earlier.
    private static void Alternate(List<Turn> turns)
    {
        for (var i = turns.Count - 1; i > 0; i--)
        {
            if (turns[i].IsPeak == turns[i - 1].IsPeak)
            {
                turns.RemoveAt(IsBeyond(turns[i], turns[i - 1]) ? i - 1 : i);
            }
        }
    }

    private static bool DropShortCycle(List<Turn> turns)
    {
        for (var i = 2; i < turns.Count; i++)
        {
            if (turns[i].Month - turns[i - 2].Month < LeastCycle)
            {
                turns.RemoveAt(IsBeyond(turns[i], turns[i - 2]) ? i - 2 : i);
                return true;
            }
        }

        return false;
    }

    private static bool DropShortPhase(List<Turn> turns)
    {
        for (var i = 1; i < turns.Count; i++)
        {
            if (turns[i].Month - turns[i - 1].Month < LeastPhase && Math.Abs(turns[i].Value - turns[i - 1].Value) <= LargeMove)
            {
                turns.RemoveRange(i - 1, 2);
                return true;
            }
        }

        return false;
    }

    private static bool IsBeyond(Turn left, Turn right) => left.IsPeak ? left.Value > right.Value : left.Value < right.Value;
}

/// <summary>A peak or a trough.</summary>
internal readonly record struct Turn(int Month, double Value, bool IsPeak);
