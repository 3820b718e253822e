using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws what is held back.</summary>
internal static class QuarantineView
{
    /// <summary>Draws each item with why it is held back, by whom it was said, what speaks against it and what would release it.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<QuarantinedItem> items)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count == 0)
        {
            console.MarkupLine("[dim]Nothing is held back.[/]");
            return;
        }

        foreach (var held in items)
        {
            var sources = held.Sources.Select(static source => $"{source.Speaker} ({source.InteractionId})").Distinct(StringComparer.Ordinal);
            console.MarkupLine($"[yellow]held[/]     {SafeText.Markup(held.Item.Text)} [dim]{SafeText.Markup(held.Item.Id)}[/]");
            console.MarkupLine($"         [dim]{SafeText.Markup(held.Reason)}: {SafeText.Markup(string.Join(", ", sources))}[/]");
            foreach (var known in held.Contradicts)
            {
                console.MarkupLine($"         [red]against[/] {SafeText.Markup(known.Text)} [dim]{SafeText.Markup(known.Id)}[/]");
            }

            console.MarkupLine($"         [dim]needs: {SafeText.Markup(held.Needs)}[/]");
        }

        console.MarkupLine("[dim]'omem quarantine release ID' believes one, 'omem quarantine discard ID' lets go of it.[/]");
    }
}
