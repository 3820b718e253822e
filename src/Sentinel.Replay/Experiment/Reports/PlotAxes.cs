using ScottPlot;
using ScottPlot.TickGenerators;

namespace Sentinel.Replay.Experiment;

/// <summary>Axes with names, a legend beside the data, and a font that is there.</summary>
internal static class PlotAxes
{
    private static readonly string[] Fonts = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "Arial", "Helvetica", "Segoe UI", "Verdana"];

    /// <summary>Names along the bottom, at 0, 1, 2 ...</summary>
    public static void Names(Plot plot, IReadOnlyList<string> names)
    {
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. names.Select(static (_, i) => (double)i)], [.. names]);
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        plot.Axes.SetLimitsX(-0.6, names.Count - 0.4);
    }

    /// <summary>Names along the left, from the bottom.</summary>
    public static void NamesLeft(Plot plot, IReadOnlyList<string> names)
    {
        plot.Axes.Left.TickGenerator = new NumericManual([.. names.Select(static (_, i) => (double)i)], [.. names]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.SetLimitsY(-0.8, names.Count - 0.2);
    }

    /// <summary>What colours mean, where the data itself carries no legend.</summary>
    public static void Key(Plot plot, params (string Text, Color Color)[] entries)
    {
        foreach (var (text, color) in entries)
        {
            plot.Legend.ManualItems.Add(new LegendItem { LabelText = text, LineColor = color, LineWidth = 3 });
        }
    }

    /// <summary>The legend under the data.</summary>
    public static void LegendOutside(Plot plot) => plot.ShowLegend(Edge.Bottom).Legend.Orientation = Orientation.Horizontal;

    /// <summary>Uses a font that is there; without any, only labels are missing.</summary>
    public static void Font(Plot plot)
    {
        if (Fonts.FirstOrDefault(name => ScottPlot.Fonts.GetTypeface(name, FontWeight.Normal, FontSlant.Upright, FontSpacing.Normal)?.FamilyName == name) is { } font)
        {
            plot.Font.Set(font);
        }
    }
}
