using System.Globalization;
using OMem.Cli.Bench;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws how the work of a message grows.</summary>
internal static class GrowthView
{
    /// <summary>Draws it.</summary>
    public static void Write(IAnsiConsole console, GrowthRow row)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(row);
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"remember and understand a message: [bold]{row.SmallMs:0.00} ms[/] after 100, [bold]{row.LargeMs:0.00} ms[/] after {row.Messages:#,0} ([bold]{row.Ratio:0.00} x[/])"));
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"[dim]processor time, medians of five hundred-message windows; one message in {row.StatementEvery} states something about its speaker[/]"));
    }
}
