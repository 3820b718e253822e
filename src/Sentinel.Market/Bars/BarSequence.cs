namespace Sentinel.Market.Bars;

/// <summary>Checks rows against each other: order, repetition, the grid of the interval; tells gaps.</summary>
internal sealed class BarSequence(TimeSpan? given, Action<BarGap>? onGap = null)
{
    /// <summary>How many rows are looked at to infer the interval.</summary>
    private const int Sample = 200;

    /// <summary>The length of a bar, once known.</summary>
    public TimeSpan Interval { get; private set; } = given ?? TimeSpan.Zero;

    /// <summary>The rows as they came, each checked against the one before.</summary>
    public IEnumerable<BarRow> Check(IEnumerable<BarRow> rows)
    {
        var waiting = given is null ? new List<BarRow>(Sample) : null;
        BarRow? previous = null;
        foreach (var row in Ordered(rows))
        {
            if (waiting is null)
            {
                Step(previous, row);
                previous = row;
                yield return row;
                continue;
            }

            waiting.Add(row);
            if (waiting.Count == Sample)
            {
                Interval = Infer(waiting);
                foreach (var early in waiting)
                {
                    Step(previous, early);
                    previous = early;
                    yield return early;
                }

                waiting = null;
            }
        }

        if (waiting is null)
        {
            yield break;
        }

        Interval = Infer(waiting);
        foreach (var row in waiting)
        {
            Step(previous, row);
            previous = row;
            yield return row;
        }
    }

    private static IEnumerable<BarRow> Ordered(IEnumerable<BarRow> rows)
    {
        BarRow? previous = null;
        foreach (var row in rows)
        {
            if (previous is { } before && row.OpenTime == before.OpenTime)
            {
                throw new BarFileException(row.Line, FormattableString.Invariant($"open_time {row.OpenTime:u} is the same as in line {before.Line}"));
            }

            if (previous is { } earlier && row.OpenTime < earlier.OpenTime)
            {
                throw new BarFileException(
                    row.Line,
                    FormattableString.Invariant($"open_time {row.OpenTime:u} is before that of line {earlier.Line} ({earlier.OpenTime:u}): sort the file, oldest first"));
            }

            previous = row;
            yield return row;
        }
    }

    private static TimeSpan Infer(List<BarRow> rows)
    {
        if (rows.Count < 2)
        {
            throw new BarFileException(rows.Count == 0 ? "the file has no rows" : "the length of a bar cannot be inferred from one row: give the interval");
        }

        // The most frequent step; of two equally frequent ones the shorter, so that a gap is never taken for the rule.
        return rows.Zip(rows.Skip(1), (left, right) => right.OpenTime - left.OpenTime)
            .GroupBy(step => step)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .First().Key;
    }

    private void Step(BarRow? previous, BarRow row)
    {
        if (previous is not { } before)
        {
            return;
        }

        var step = row.OpenTime - before.OpenTime;
        if (step == Interval)
        {
            return;
        }

        if (step.Ticks % Interval.Ticks != 0)
        {
            throw new BarFileException(
                row.Line,
                FormattableString.Invariant($"open_time {row.OpenTime:u} is {step} after that of line {before.Line}, which is no multiple of the interval {Interval}"));
        }

        onGap?.Invoke(new BarGap(before.OpenTime + Interval, row.OpenTime, (step.Ticks / Interval.Ticks) - 1));
    }
}
