using ScottPlot;

namespace OMem.Evaluation;

/// <summary>Finds a font that plots can be labelled with. Without one ScottPlot draws boxes in place of letters.</summary>
internal static class PlotFonts
{
    private static readonly string[] Known = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "Arial", "Helvetica", "Segoe UI", "Verdana"];

    /// <summary>The warning to show when there is none.</summary>
    public const string Warning = "No font was found on this machine, so the plots have no readable labels; install one (for example the package fonts-dejavu-core).";

    /// <summary>The name of a font that is there; null when none is.</summary>
    public static string? Find() => Known.FirstOrDefault(name =>
        Fonts.GetTypeface(name, FontWeight.Normal, FontSlant.Upright, FontSpacing.Normal)?.FamilyName == name);

    /// <summary>Uses the font that is there.</summary>
    public static void Apply(Plot plot)
    {
        if (Find() is { } font)
        {
            plot.Font.Set(font);
        }
    }
}
