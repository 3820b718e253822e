using System.Globalization;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws ledger entries.</summary>
internal static class HistoryView
{
    /// <summary>Draws what changed, why and from which messages.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count == 0)
        {
            console.MarkupLine("[dim]No change recorded.[/]");
            return;
        }

        var table = new Table { Border = TableBorder.Rounded }.AddColumns(
            new TableColumn("#").RightAligned(), new TableColumn("change").NoWrap(), new TableColumn("before → after"),
            new TableColumn("why"), new TableColumn("evidence"));
        foreach (var entry in entries)
        {
            table.AddRow(
                entry.Sequence.ToString(CultureInfo.InvariantCulture),
                $"{Operation(entry.Operation)} [dim]{SafeText.Markup(entry.ItemKind)}[/]",
                Change(entry),
                SafeText.Markup(entry.Reason),
                $"[dim]{SafeText.Markup(string.Join(' ', entry.Evidence.Select(evidence => evidence.InteractionId)), 40)}[/]");
        }

        console.Write(table);
    }

    private static string Operation(LedgerOperation operation) => operation switch
    {
        LedgerOperation.Add => "[green]add[/]",
        LedgerOperation.Ignore => "[dim]again[/]",
        LedgerOperation.Update => "[yellow]update[/]",
        LedgerOperation.End => "[red]end[/]",
        LedgerOperation.Cluster => "[blue]cluster[/]",
        LedgerOperation.Rebuild => "[blue]rebuild[/]",
        LedgerOperation.Confirm => "[green]confirm[/]",
        LedgerOperation.Correct => "[yellow]correct[/]",
        LedgerOperation.Retract => "[red]retract[/]",
        LedgerOperation.Undo => "[yellow]undo[/]",
        LedgerOperation.Redo => "[yellow]redo[/]",
        LedgerOperation.Forget => "[red]forget[/]",
        LedgerOperation.Erase => "[red]erase[/]",
        LedgerOperation.Hold => "[yellow]hold[/]",
        LedgerOperation.Release => "[green]release[/]",
        _ => throw new InvalidOperationException($"Unknown operation {operation}."),
    };

    private static string Change(LedgerEntry entry) => (entry.Before, entry.After) switch
    {
        (null, null) => "",
        (null, { } after) => SafeText.Markup(after),
        ({ } before, null) => $"[strikethrough dim]{SafeText.Markup(before)}[/]",
        ({ } before, { } after) when string.Equals(before, after, StringComparison.Ordinal) => SafeText.Markup(after),
        ({ } before, { } after) => $"[strikethrough dim]{SafeText.Markup(before)}[/] → {SafeText.Markup(after)}",
    };
}
