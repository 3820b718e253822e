using ScottPlot;
using Sentinel.Persona;

namespace Sentinel.Cli.Plots;

/// <summary>Draws a profile as a radar: each spoke is an attribute brought to 0-1, the band is its 95 % interval. What is insufficient is left out.</summary>
internal static class PersonaRadar
{
    private const int Side = 760;
    private const int FewestSpokes = 3;

    // Name, label, value at the centre, value at the rim.
    private static readonly (string Name, string Label, double From, double To)[] Spokes =
    [
        (AttributeNames.WinRate, "wins", 0, 1),
        (AttributeNames.LongShare, "long", 0, 1),
        (AttributeNames.StopRate, "uses stops", 0, 1),
        (AttributeNames.AveragingDown, "averages down", 0, 1),
        (AttributeNames.Disposition, "sells winners early", -0.5, 0.5),
        (AttributeNames.Fomo, "chases extremes", -0.5, 0.5),
        (AttributeNames.QuickReentry, "returns quickly", 0, 1),
        (AttributeNames.Concentration, "concentrated", 0, 1),
        (AttributeNames.HourConcentration, "fixed hours", 0, 1),
        (AttributeNames.BreakoutEntries, "buys breakouts", 0, 1),
        (AttributeNames.RiskClass, "risk class", 1, 7),
        (AttributeNames.FeeShare, "fees of profit", 0, 1),
    ];

    /// <summary>Saves a picture.</summary>
    public static void Save(string path, string title, RevealedProfile profile)
    {
        var shown = Spokes
            .Select(spoke => (spoke.Label, spoke.From, spoke.To, Attribute: profile.Find(spoke.Name)))
            .Where(spoke => spoke.Attribute is { Status: not AttributeStatus.Insufficient, Value: not null })
            .Select(spoke => new Spoke(
                spoke.Label,
                Part(spoke.Attribute!.Value!.Value, spoke.From, spoke.To),
                Part(spoke.Attribute.Interval?.Low ?? spoke.Attribute.Value.Value, spoke.From, spoke.To),
                Part(spoke.Attribute.Interval?.High ?? spoke.Attribute.Value.Value, spoke.From, spoke.To)))
            .ToList();
        using var plot = new Plot();
        Frame(plot, shown);
        if (shown.Count >= FewestSpokes)
        {
            Band(plot, shown);
            Line(plot, shown);
        }

        var heading = plot.Add.Text($"{title}: {profile.Trips} round trips{(shown.Count < FewestSpokes ? ", too few to say more" : "")}", 0, 1.62);
        (heading.LabelAlignment, heading.LabelFontSize, heading.LabelBold) = (Alignment.UpperCenter, 18, true);
        plot.HideGrid();
        plot.Layout.Frameless(hideAllPanels: false);
        plot.Axes.Frameless(true);
        plot.Axes.SquareUnits();
        plot.Axes.SetLimits(-1.75, 1.75, -1.65, 1.65);
        if (shown.Count >= FewestSpokes)
        {
            plot.ShowLegend(Alignment.LowerRight);
        }

        plot.SavePng(path, Side, Side);
    }

    private static void Frame(Plot plot, List<Spoke> spokes)
    {
        foreach (var ring in (double[])[0.25, 0.5, 0.75, 1])
        {
            var circle = plot.Add.Circle(0, 0, ring);
            (circle.FillColor, circle.LineColor, circle.LineWidth) = (Colors.Transparent, Color.FromHex("#d0d7de"), 1);
        }

        for (var i = 0; i < spokes.Count; i++)
        {
            var rim = Point(i, spokes.Count, 1);
            var line = plot.Add.Line(new Coordinates(0, 0), rim);
            (line.LineColor, line.LineWidth, line.MarkerSize) = (Color.FromHex("#d0d7de"), 1, 0);
            var place = Point(i, spokes.Count, 1.13);
            var label = plot.Add.Text(spokes[i].Label, place);
            label.LabelAlignment = place.X > 0.2 ? Alignment.MiddleLeft : place.X < -0.2 ? Alignment.MiddleRight : place.Y > 0 ? Alignment.LowerCenter : Alignment.UpperCenter;
            label.LabelFontSize = 15;
        }
    }

    /// <summary>The interval: out along the upper ends, back along the lower ones.</summary>
    private static void Band(Plot plot, List<Spoke> spokes)
    {
        var outer = Enumerable.Range(0, spokes.Count + 1).Select(i => Point(i, spokes.Count, spokes[i % spokes.Count].High));
        var inner = Enumerable.Range(0, spokes.Count + 1).Reverse().Select(i => Point(i, spokes.Count, spokes[i % spokes.Count].Low));
        var band = plot.Add.Polygon([.. outer, .. inner]);
        (band.FillColor, band.LineColor, band.LineWidth, band.LegendText) = (Color.FromHex("#1f6feb").WithAlpha(0.22), Colors.Transparent, 0, "95 % interval");
    }

    private static void Line(Plot plot, List<Spoke> spokes)
    {
        var line = plot.Add.Scatter(Enumerable.Range(0, spokes.Count + 1).Select(i => Point(i, spokes.Count, spokes[i % spokes.Count].Value)).ToArray());
        (line.Color, line.LineWidth, line.MarkerSize, line.LegendText) = (Color.FromHex("#1f6feb"), 2.5f, 8, "value");
    }

    private static Coordinates Point(int spoke, int count, double radius)
    {
        var angle = (Math.PI / 2) - (2 * Math.PI * spoke / count);
        return new Coordinates(radius * Math.Cos(angle), radius * Math.Sin(angle));
    }

    private static double Part(double value, double from, double to) => Math.Clamp((value - from) / (to - from), 0, 1);

    private sealed record Spoke(string Label, double Value, double Low, double High);
}
