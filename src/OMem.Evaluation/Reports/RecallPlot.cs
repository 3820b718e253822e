using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace OMem.Evaluation;

/// <summary>Draws recall against tokens, one line a system, as PNG. Needs no display; without any font only the labels are missing.</summary>
internal static class RecallPlot
{
    private const int Width = 900;
    private const int Height = 560;
    private const float LineWidth = 2;
    private const float MarkerSize = 6;

    private static readonly MarkerShape[] Markers =
        [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleDown];

    public static byte[] Render(RetrievalReport report)
    {
        using var plot = new Plot();
        var number = 0;
        foreach (var (name, system) in report.Systems)
        {
            var budgets = system.TokenCurve.Keys.Select(k => double.Parse(k, CultureInfo.InvariantCulture)).ToArray();
            var line = plot.Add.Scatter(budgets, system.TokenCurve.Values.ToArray());
            line.LegendText = name;
            line.LineWidth = LineWidth;
            line.MarkerSize = MarkerSize;
            line.MarkerShape = Markers[number++ % Markers.Length];
        }

        plot.Title($"{report.Dataset}: evidence recalled against tokens (n = {Text(report.Count)})");
        plot.XLabel("tokens of recalled turns (characters / 4)");
        plot.YLabel("mean share of the evidence");
        plot.ShowLegend(Alignment.LowerRight);
        Scale(plot);
        PlotFonts.Apply(plot);
        return plot.GetImage(Width, Height).GetImageBytes(ImageFormat.Png);
    }

    private static void Scale(Plot plot)
    {
        double[] budgets = [0, .. Metric.TokenBudgets.Where(b => b % 500 == 0)];
        double[] shares = [.. Enumerable.Range(0, 11).Select(i => i / 10.0)];
        plot.Axes.SetLimits(0, Metric.TokenBudgets[^1] + 100, 0, 1);
        plot.Axes.Bottom.TickGenerator = new NumericManual(budgets, [.. budgets.Select(Text)]);
        plot.Axes.Left.TickGenerator = new NumericManual(shares, [.. shares.Select(Text)]);
    }

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
