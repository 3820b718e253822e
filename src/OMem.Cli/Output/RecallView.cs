using System.Globalization;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws what a recall returned.</summary>
internal static class RecallView
{
    /// <summary>Draws the items with citation, time and reason, and the signal.</summary>
    public static void Write(IAnsiConsole console, RecallResult result, TimeSpan? elapsed = null)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(result);
        if (!result.Signal.IsKnown)
        {
            console.MarkupLine($"[yellow]Nothing known[/] [dim]({Percent(result.Signal.Probability)}: {SafeText.Markup(result.Signal.Reason)})[/]");
        }

        var rank = 0;
        foreach (var item in result.Items)
        {
            rank += item.IsNeighbour ? 0 : 1;
            WriteItem(console, item, item.IsNeighbour ? "·" : rank.ToString(CultureInfo.InvariantCulture));
        }

        console.MarkupLine(Summary(result, elapsed));
    }

    /// <summary>Milliseconds with one digit.</summary>
    public static string Milliseconds(TimeSpan elapsed) => elapsed.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture) + " ms";

    /// <summary>A probability in whole percent.</summary>
    public static string Percent(double probability) => (probability * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    private static void WriteItem(IAnsiConsole console, RecallItem item, string rank)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn { Width = 3, NoWrap = true, Padding = new Padding(0, 0, 1, 0), Alignment = Justify.Right })
            .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(new Markup($"[bold]{rank}[/]"), new Markup(Line(item)));
        grid.AddRow(new Markup(""), new Markup($"[dim]{Source(item)}{SafeText.Markup(item.Why)}[/]"));
        console.Write(grid);
    }

    private static string Line(RecallItem item)
    {
        if (item.Kind is RecallItemKind.Interaction)
        {
            var said = item.Citations.Count > 0 ? $"[teal]{SafeText.Markup(item.Citations[0].Speaker)}[/]: " : "";
            return said + SafeText.Markup(item.Text);
        }

        var colour = item.Kind is RecallItemKind.Attribute ? "green" : "blue";
        return $"[{colour}]{(item.Kind is RecallItemKind.Attribute ? "attribute" : "fact")}[/] {SafeText.Markup(item.Text)}";
    }

    private static string Source(RecallItem item)
    {
        if (item.Citations.Count == 0)
        {
            return "";
        }

        var first = item.Citations[0];
        var more = item.Citations.Count > 1 ? $" +{item.Citations.Count - 1}" : "";
        return Markup.Escape($"[{SafeText.Line(first.InteractionId)}{more}] {Instants.Minute(first.OccurredAt)} · ");
    }

    private static string Summary(RecallResult result, TimeSpan? elapsed)
    {
        var known = result.Signal.IsKnown ? $"known {Percent(result.Signal.Probability)} ({SafeText.Markup(result.Signal.Reason)}) · " : "";
        var time = elapsed is { } span ? " · " + Milliseconds(span) : "";
        return $"[dim]{known}{result.Items.Count} items · {result.Tokens} tokens{time}[/]";
    }
}
