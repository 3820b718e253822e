using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace OMem.Evaluation;

/// <summary>Draws the main figure against context tokens, and the cost of building against messages, as PNG. Needs no display.</summary>
internal static class AnswerPlots
{
    private const int Width = 900;
    private const int Height = 560;
    private const float MarkerSize = 10;
    private const float LineWidth = 2;
    private const double Headroom = 1.15;
    private const double RightMargin = 0.4;

    private static readonly MarkerShape[] Markers =
        [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleDown];

    /// <summary>A point with its interval for each system; tokens on a logarithmic scale.</summary>
    public static byte[] Quality(AnswerReport report)
    {
        using var plot = new Plot();
        var number = 0;
        var highest = 0.0;
        foreach (var (name, system) in report.Systems)
        {
            if (!Table(report, system).TryGetValue(report.Main, out var figure))
            {
                continue;
            }

            var place = Math.Log10(Math.Max(1, system.Cost.ContextTokens));
            var color = plot.Add.Palette.GetColor(number);
            var bar = plot.Add.Line(place, figure.Ci95[0], place, figure.Ci95[1]);
            bar.LineWidth = LineWidth;
            bar.LineColor = color;
            var point = plot.Add.Marker(place, figure.Value, Markers[number % Markers.Length], MarkerSize, color);
            point.LegendText = string.Create(CultureInfo.InvariantCulture, $"{name} {figure.Value:0.000}");
            highest = Math.Max(highest, figure.Ci95[1]);
            number++;
        }

        plot.Title($"{report.Dataset}: {report.Main} against context tokens ({report.Headline ?? AnswerReportBuilder.All})");
        plot.XLabel("context tokens of a question (characters / 4, logarithmic)");
        plot.YLabel($"{report.Main}, mean with 95 % interval");
        plot.ShowLegend(Alignment.UpperLeft);
        double[] powers = [0, 1, 2, 3, 4, 5, 6];
        plot.Axes.Bottom.TickGenerator = new NumericManual(powers, ["1", "10", "100", "1,000", "10,000", "100,000", "1,000,000"]);
        plot.Axes.SetLimits(0, Math.Max(4, report.Systems.Values.Max(s => Math.Log10(Math.Max(1, s.Cost.ContextTokens)))) + RightMargin, 0, Math.Min(1.05, Math.Max(0.1, highest * Headroom)));
        return Image(plot);
    }

    /// <summary>What building had cost after so many messages, mean over the conversations that were so long: tokens, or seconds without a model.</summary>
    public static byte[] Building(AnswerReport report)
    {
        using var plot = new Plot();
        var inTokens = report.Steps.Any(step => step.Usage.Count > 0);
        var curves = report.Steps.GroupBy(step => step.Method).OrderBy(group => group.Key).Select(group => (Method: group.Key, Points: Curve([.. group], inTokens))).ToList();
        foreach (var (method, points) in curves)
        {
            var line = plot.Add.Scatter(points.Select(p => p.Messages).ToArray(), points.Select(p => p.Cost).ToArray());
            line.LegendText = method is MemoryMethod.Paper ? PaperAnswers.SystemName : RecallAnswers.SystemName;
            line.LineWidth = LineWidth;
            line.MarkerSize = MarkerSize / 2;
        }

        var curve = curves.SelectMany(one => one.Points).ToList();

        plot.Title($"{report.Dataset}: cost of building against messages");
        plot.XLabel("messages remembered");
        plot.YLabel(inTokens ? "tokens of model calls so far" : "seconds so far (no model calls)");
        plot.ShowLegend(Alignment.UpperLeft);
        plot.Axes.SetLimits(0, curve.Select(p => p.Messages).DefaultIfEmpty(1).Max() * Headroom, 0, curve.Select(p => p.Cost).DefaultIfEmpty(1).Max() * Headroom);
        return Image(plot);
    }

    internal static IReadOnlyList<(double Messages, double Cost)> Curve(IReadOnlyList<BuildStep> steps, bool inTokens)
    {
        var points = new SortedDictionary<int, List<double>>();
        foreach (var conversation in steps.GroupBy(step => step.Conversation, StringComparer.Ordinal))
        {
            var seconds = 0.0;
            foreach (var step in conversation)
            {
                seconds += step.RememberSeconds + step.UnderstandSeconds;
                if (step.Messages % BuiltMemory.StepSize != 0)
                {
                    continue;
                }

                if (!points.TryGetValue(step.Messages, out var costs))
                {
                    points[step.Messages] = costs = [];
                }

                costs.Add(inTokens ? step.Usage.Sum(usage => usage.PromptTokens + usage.CompletionTokens) : seconds);
            }
        }

        return [.. points.Select(point => ((double)point.Key, point.Value.Average())).Prepend((0, 0))];
    }

    private static IReadOnlyDictionary<string, AnswerFigure> Table(AnswerReport report, AnswerSystemReport system) =>
        report.Headline is { } headline && system.Categories.TryGetValue(headline, out var table) ? table : system.All;

    private static byte[] Image(Plot plot)
    {
        PlotFonts.Apply(plot);
        return plot.GetImage(Width, Height).GetImageBytes(ImageFormat.Png);
    }
}
