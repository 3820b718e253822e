using System.Globalization;
using ScottPlot;
using Sentinel.Replay;

namespace Sentinel.Cli.Plots;

/// <summary>A line of equity.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Points">Its points.</param>
internal sealed record EquityLine(string Name, IReadOnlyList<EquityPoint> Points);

/// <summary>An event to be marked.</summary>
/// <param name="At">When it was known.</param>
/// <param name="Side">1 up, -1 down.</param>
internal sealed record EventMark(DateTimeOffset At, int Side)
{
    private const double Notable = 1.3;

    /// <summary>The events of a cycle that are worth a mark: far beyond their threshold.</summary>
    public static IEnumerable<EventMark> Of(CycleResult cycle) => cycle.Events
        .Where(happening => happening.Side != 0 && happening.Severity >= Notable && happening.Type is MarketEventTypes.Jump or MarketEventTypes.AtrShock)
        .Select(happening => new EventMark(happening.KnownAt, happening.Side))
        .Take(1);
}

/// <summary>Draws equity against holding.</summary>
internal static class EquityPlot
{
    private const int Width = 1200;
    private const int Height = 560;
    private const int MostMarks = 40;

    private static readonly Color[] Colours = [Color.FromHex("#1f6feb"), Color.FromHex("#d29922"), Color.FromHex("#8250df")];

    /// <summary>Saves a picture.</summary>
    public static void Save(string path, string title, IReadOnlyList<EquityLine> lines, IReadOnlyList<EventMark> marks)
    {
        using var plot = new Plot();
        var start = lines[0].Points[0];
        var hold = plot.Add.Scatter(Times(lines[0].Points), lines[0].Points.Select(point => (double)(point.Price / start.Price * start.Equity)).ToArray());
        Style(hold, "holding the asset", Color.FromHex("#a0a8b0"), 1.5f);
        for (var i = 0; i < lines.Count; i++)
        {
            Style(plot.Add.Scatter(Times(lines[i].Points), lines[i].Points.Select(point => (double)point.Equity).ToArray()), lines[i].Name, Colours[i % Colours.Length], 2.5f);
        }

        Marks(plot, lines[0].Points, marks);
        var dates = plot.Axes.DateTimeTicksBottom();
        if (dates.TickGenerator is ScottPlot.TickGenerators.DateTimeAutomatic ticks)
        {
            ticks.LabelFormatter = time => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        plot.Title(title);
        plot.YLabel("equity, quote currency");
        plot.Axes.Margins(0.02, 0.12);
        plot.ShowLegend(Alignment.LowerLeft);
        plot.SavePng(path, Width, Height);
    }

    /// <summary>The strongest events as triangles on the line of the first equity.</summary>
    private static void Marks(Plot plot, IReadOnlyList<EquityPoint> points, IReadOnlyList<EventMark> marks)
    {
        var step = Math.Max(1, marks.Count / MostMarks);
        foreach (var side in (int[])[1, -1])
        {
            var shown = marks.Where((mark, i) => i % step == 0 && mark.Side == side).ToList();
            if (shown.Count is 0)
            {
                continue;
            }

            var scatter = plot.Add.ScatterPoints(
                shown.Select(mark => mark.At.UtcDateTime.ToOADate()).ToArray(),
                shown.Select(mark => Equity(points, mark.At)).ToArray());
            scatter.MarkerShape = side > 0 ? MarkerShape.FilledTriangleUp : MarkerShape.FilledTriangleDown;
            scatter.MarkerSize = 9;
            scatter.Color = side > 0 ? Color.FromHex("#1a7f37") : Color.FromHex("#cf222e");
            scatter.LegendText = side > 0 ? "shock upward" : "shock downward";
        }
    }

    private static double Equity(IReadOnlyList<EquityPoint> points, DateTimeOffset at)
    {
        var (low, high) = (0, points.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = points[middle].At <= at ? (middle, high) : (low, middle - 1);
        }

        return (double)points[low].Equity;
    }

    private static double[] Times(IReadOnlyList<EquityPoint> points) => [.. points.Select(point => point.At.UtcDateTime.ToOADate())];

    private static void Style(ScottPlot.Plottables.Scatter line, string name, Color colour, float width) =>
        (line.LegendText, line.Color, line.LineWidth, line.MarkerSize) = (name, colour, width, 0);
}
