using System.Globalization;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws what a correction, undo or redo did.</summary>
internal static class CorrectionView
{
    /// <summary>Draws the new ledger entry and every item that changed.</summary>
    public static void Write(IAnsiConsole console, CorrectionResult result)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(result);
        foreach (var item in result.Changed)
        {
            var validity = item.Kind is PersonaItemKind.Attribute
                ? Instants.Validity(item.ValidFrom, item.ValidTo, item.Approximate)
                : Instants.Happened(item.ValidFrom, item.ValidTo, item.Approximate);
            var text = SafeText.Markup(item.Text);
            console.MarkupLine(item.SupersededAt is null
                ? $"[green]holds[/]    {text} [dim]{validity} {SafeText.Markup(item.Id)}[/]"
                : $"[red]not now[/]  [strikethrough dim]{text}[/] [dim]{validity} {SafeText.Markup(item.Id)}[/]");
        }

        foreach (var id in result.Removed)
        {
            console.MarkupLine($"[red]gone[/]     [dim]{SafeText.Markup(id)}[/]");
        }

        if (result.Entries.Count > 0)
        {
            console.MarkupLine($"[dim]entries: {string.Join(", ", result.Entries.Select(static entry => entry.ToString(CultureInfo.InvariantCulture)))}[/]");
        }

        var position = result.Entry.ToString(CultureInfo.InvariantCulture);
        console.MarkupLine($"[dim]ledger entry {position}; 'omem undo {position}' takes it back[/]");
    }
}
