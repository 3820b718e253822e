namespace Sentinel.Memory;

/// <summary>The position's part of a state vector.</summary>
internal static class PositionFeatures
{
    private const int MaxStreak = 5;

    private static readonly int PositionR = Index("position_r");
    private static readonly int Streak = Index("streak");

    /// <summary>Fills in the open position in units of its risk, and how many exits in a row won (above 0) or lost (below 0).</summary>
    public static StateVector Fill(StateVector state, Symbol symbol, Portfolio? portfolio)
    {
        if (portfolio is null)
        {
            return state;
        }

        var values = state.Values.ToArray();
        values[PositionR] = OpenR(portfolio.Position(symbol));
        values[Streak] = StreakOf(portfolio.RecentExits);
        return new StateVector { Values = values };
    }

    private static double OpenR(PositionView? position)
    {
        if (position is null)
        {
            return 0;
        }

        // Without a stop, or with one that has passed the entry, the risk is taken as 2 % of the entry.
        var risk = position.Stop is { } stop && (position.AverageCost - stop) * Math.Sign(position.Quantity) > 0
            ? Math.Abs(position.AverageCost - stop)
            : position.AverageCost * 0.02m;
        return risk is 0 ? 0 : (double)((position.Mark - position.AverageCost) * Math.Sign(position.Quantity) / risk);
    }

    private static double StreakOf(IReadOnlyList<RecentExit> exits)
    {
        var streak = 0;
        foreach (var exit in exits)
        {
            var sign = Math.Sign(exit.Pnl);
            if (sign is 0 || Math.Abs(streak) == MaxStreak || (streak is not 0 && Math.Sign(streak) != sign))
            {
                break;
            }

            streak += sign;
        }

        return streak;
    }

    private static int Index(string name)
    {
        for (var i = 0; i < StateVector.Names.Count; i++)
        {
            if (string.Equals(StateVector.Names[i], name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new InvalidOperationException($"The state vector has no feature {name}.");
    }
}
