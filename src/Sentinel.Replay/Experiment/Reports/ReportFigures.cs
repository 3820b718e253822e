using ScottPlot;

namespace Sentinel.Replay.Experiment;

/// <summary>The figures, as PNG. They need no display.</summary>
internal static class ReportFigures
{
    private const int Width = 1000;
    private const int Height = 560;

    private static readonly string[] Memories = ["A1", "A2", "A3", "A4", "A5"];

    /// <summary>File names and images.</summary>
    public static IEnumerable<(string Name, byte[] Image)> Of(ExperimentResults results)
    {
        if (results.Worlds.FirstOrDefault(static world => world.Kind is "planted") is { } planted)
        {
            yield return ("violations.png", Png(Violations(planted)));
            yield return ("decay.png", Png(Decay(planted)));
            if (results.Worlds.FirstOrDefault(static world => world.Kind is "null") is { } none)
            {
                yield return ("mistakes.png", Png(Mistakes(planted, none)));
            }
        }

        yield return ("recovery.png", Png(Recovery(results.Recovery)));
    }

    private static Plot Violations(WorldResult world)
    {
        var plot = new Plot();
        var arms = world.Arms.Where(static arm => arm.Figures["intents"].Value > 0).ToArray();
        Intervals(plot, [.. arms.Select((arm, i) => ((double)i, arm.Figures["violation-rate"], Color(arm.Arm)))]);
        PlotAxes.Names(plot, [.. arms.Select(static arm => arm.Arm)]);
        plot.Axes.SetLimitsY(-0.02, 1.05);
        plot.Title($"Intents that break the mandate, before the gate ({world.Name}); after the gate: {world.Arms.Sum(static arm => arm.AfterGate)}");
        plot.YLabel("share of intents, 95 % interval");
        return plot;
    }

    private static Plot Decay(WorldResult world)
    {
        var plot = new Plot();
        var number = 0;
        foreach (var arm in world.Arms.Where(static arm => Memories.Contains(arm.Arm, StringComparer.Ordinal)))
        {
            // Side by side, so that intervals do not hide each other.
            var shift = (number++ - 2) * 0.08;
            double[] at = [.. arm.Quarters.Select((_, i) => i + shift)];
            var line = plot.Add.Scatter(at, arm.Quarters.Select(static one => one.Value).ToArray(), Color(arm.Arm));
            line.LegendText = $"{arm.Arm}: {arm.Title}";
            line.LineWidth = 2;
            Intervals(plot, [.. arm.Quarters.Select((one, i) => (at[i], one, Color(arm.Arm)))]);
        }

        PlotAxes.Names(plot, ["first quarter", "second", "third", "last"]);
        plot.Axes.SetLimitsY(-0.02, 1.05);
        plot.Title($"Violation rate from early to late ({world.Name})");
        plot.YLabel("share of intents, 95 % interval");
        PlotAxes.LegendOutside(plot);
        return plot;
    }

    private static Plot Mistakes(WorldResult planted, WorldResult none)
    {
        var plot = new Plot();
        var names = new List<string>();
        foreach (var (endpoint, title) in new[] { ("repeated-mistakes", "all"), ("shock-mistakes", "shock") })
        {
            foreach (var arm in Memories.Skip(1))
            {
                var at = names.Count;
                var pair = (Find(planted, endpoint, arm), Find(none, endpoint, arm));
                Intervals(plot, [(at - 0.12, pair.Item1, Colors.SteelBlue), (at + 0.12, pair.Item2, Colors.DarkOrange)]);
                names.Add($"{arm} {title}");
            }
        }

        var zero = plot.Add.HorizontalLine(0, 1, Colors.Gray, LinePattern.Dashed);
        zero.ExcludeFromLegend = true;
        PlotAxes.Key(plot, ("W1: planted patterns", Colors.SteelBlue), ("W0: no patterns", Colors.DarkOrange));
        PlotAxes.Names(plot, names);
        plot.Title("Repeated mistakes, difference from memory off (A1); below 0 is better");
        plot.YLabel("difference in share of entries, 95 % interval");
        PlotAxes.LegendOutside(plot);
        return plot;

        static Estimate Find(WorldResult world, string endpoint, string arm) => world.Comparisons
            .FirstOrDefault(one => string.Equals(one.Endpoint, endpoint, StringComparison.Ordinal) && string.Equals(one.Arm, arm, StringComparison.Ordinal) && one.Base is "A1")?.Difference ?? Estimate.None;
    }

    private static Plot Recovery(RecoveryResult recovery)
    {
        var plot = new Plot();
        var rows = recovery.Traits.Where(static row => double.IsFinite(row.Coverage)).Reverse().ToArray();
        for (var i = 0; i < rows.Length; i++)
        {
            var span = plot.Add.Line(rows[i].CoverageLow, i, rows[i].CoverageHigh, i);
            (span.LineColor, span.LineWidth) = (Colors.SteelBlue, 2);
        }

        var coverage = plot.Add.Markers(rows.Select(static row => row.Coverage).ToArray(), [.. Enumerable.Range(0, rows.Length).Select(static i => (double)i)], MarkerShape.FilledCircle, 8, Colors.SteelBlue);
        coverage.LegendText = "interval holds the truth (95 % interval)";
        var ranks = plot.Add.Markers(rows.Select(static row => row.RankCorrelation).ToArray(), [.. Enumerable.Range(0, rows.Length).Select(static i => (double)i)], MarkerShape.FilledDiamond, 8, Colors.DarkOrange);
        ranks.LegendText = "rank correlation with the truth";
        var target = plot.Add.VerticalLine(0.95, 1, Colors.Gray, LinePattern.Dashed);
        target.LegendText = "0.95";
        PlotAxes.NamesLeft(plot, [.. rows.Select(static row => row.Trait)]);
        plot.Axes.SetLimitsX(0, 1.03);
        plot.Title(FormattableString.Invariant($"Planted traits found again ({recovery.Traders} traders)"));
        PlotAxes.LegendOutside(plot);
        return plot;
    }

    /// <summary>Points with their intervals.</summary>
    private static void Intervals(Plot plot, IReadOnlyList<(double At, Estimate Figure, Color Color)> points)
    {
        foreach (var (at, figure, color) in points.Where(static point => double.IsFinite(point.Figure.Value)))
        {
            var span = plot.Add.Line(at, figure.Low, at, figure.High);
            (span.LineColor, span.LineWidth) = (color, 2);
            plot.Add.Marker(at, figure.Value, MarkerShape.FilledCircle, 8, color);
        }
    }

    private static Color Color(string arm) => arm switch
    {
        "A1" => Colors.Gray,
        "A2" => Colors.SteelBlue,
        "A3" => Colors.SeaGreen,
        "A4" => Colors.DarkOrange,
        "A5" => Colors.Crimson,
        _ => Colors.SlateGray,
    };

    private static byte[] Png(Plot plot)
    {
        using (plot)
        {
            PlotAxes.Font(plot);
            return plot.GetImage(Width, Height).GetImageBytes(ImageFormat.Png);
        }
    }
}
