using System.Globalization;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws clues.</summary>
internal static class EpisodesView
{
    private const int Shown = 12;

    /// <summary>Draws each clue with its weight and the log positions it brings back.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<Episode> episodes)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(episodes);
        if (episodes.Count == 0)
        {
            console.MarkupLine("[dim]No clue of it occurs.[/]");
            return;
        }

        var table = new Table { Border = TableBorder.Rounded }.AddColumns(
            new TableColumn("clue"), new TableColumn("weight").RightAligned(), new TableColumn("messages").RightAligned(), new TableColumn("log positions"));
        foreach (var episode in episodes)
        {
            var positions = string.Join(' ', episode.Interactions.Take(Shown).Select(at => at.ToString(CultureInfo.InvariantCulture)));
            table.AddRow(
                SafeText.Markup(episode.Clue),
                episode.Weight.ToString("0.00", CultureInfo.InvariantCulture),
                episode.Interactions.Count.ToString(CultureInfo.InvariantCulture),
                $"[dim]{positions}{(episode.Interactions.Count > Shown ? " …" : "")}[/]");
        }

        console.Write(table);
    }
}
