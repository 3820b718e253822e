using System.Globalization;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws topics.</summary>
internal static class TopicsView
{
    private const int BarWidth = 20;

    /// <summary>Draws each topic with how often and when it came up.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<Topic> topics)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(topics);
        if (topics.Count == 0)
        {
            console.MarkupLine("[dim]No topics yet.[/]");
            return;
        }

        var most = topics.Max(topic => topic.Interactions.Count);
        var table = new Table { Border = TableBorder.Rounded }.AddColumns(
            new TableColumn("topic"), new TableColumn("messages").RightAligned(), new TableColumn(""), new TableColumn("first"), new TableColumn("last"));
        foreach (var topic in topics)
        {
            var aliases = topic.Aliases.Count == 0 ? "" : $" [dim]also {SafeText.Markup(string.Join(", ", topic.Aliases), 60)}[/]";
            var bar = new string('█', Math.Max(1, topic.Interactions.Count * BarWidth / Math.Max(1, most)));
            table.AddRow(
                SafeText.Markup(topic.Label) + aliases,
                topic.Interactions.Count.ToString(CultureInfo.InvariantCulture),
                $"[teal]{bar}[/]",
                Instants.Day(topic.FirstAt),
                Instants.Day(topic.LastAt));
        }

        console.Write(table);
    }
}
