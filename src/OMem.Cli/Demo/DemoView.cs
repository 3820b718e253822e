using System.Globalization;
using OMem.Cli.Output;
using Spectre.Console;

namespace OMem.Cli.Demo;

/// <summary>Draws the demo.</summary>
internal static class DemoView
{
    private const int ShownAttributes = 9;
    private const int ShownFacts = 4;
    private const int ShownItems = 2;
    private const int Indent = 4;

    /// <summary>Draws everything, in the order a newcomer needs it.</summary>
    public static void Write(IAnsiConsole console, DemoResult result)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(result);
        WriteHeader(console, result);
        Heading(console, "Persona", "what they are like and what happened to them, with validity and evidence");
        PersonaView.Write(console, Speakers(result), ShownAttributes, ShownFacts);
        Heading(console, "Working memory", "what they talk about");
        TopicsView.Write(console, result.Topics);
        Heading(console, "Ledger", "one preference that changed: what was believed stays on record");
        HistoryView.Write(console, result.Change);
        Heading(console, "Recall", "best items with citation; no language model is called");
        foreach (var recall in result.Recalls)
        {
            WriteRecall(console, recall);
        }

        Heading(console, "Nothing known", "is an answer too");
        foreach (var recall in result.Unanswerable)
        {
            WriteRecall(console, recall);
        }
    }

    private static void WriteHeader(IAnsiConsole console, DemoResult result)
    {
        var stats = result.Stats;
        var span = stats.Span is { } range ? Instants.Validity(range.From, range.To) : "–";
        var speakers = string.Join(" and ", stats.Speakers.Select(speaker => speaker.Speaker));
        console.WriteLine();
        console.MarkupLine($"[bold teal]OMem[/] remembered [bold]{stats.Interactions}[/] messages between {SafeText.Markup(speakers)}, "
            + $"{stats.Sessions} sessions, {span}");
        console.MarkupLine($"[dim]stored, indexed and understood in {Seconds(result.Build)} · offline · no language model · "
            + $"embeddings: {SafeText.Markup(result.EmbeddingModel ?? "none")}[/]");
    }

    private static void Heading(IAnsiConsole console, string title, string about)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{title}[/] [dim]{about}[/]");
    }

    private static void WriteRecall(IAnsiConsole console, DemoRecall recall)
    {
        var known = recall.Result.Signal;
        var signal = known.IsKnown ? "" : $"  [yellow]nothing known[/] [dim]({RecallView.Percent(known.Probability)}: {SafeText.Markup(known.Reason)})[/]";
        console.MarkupLine($"[bold]?[/] [bold]{SafeText.Markup(recall.Question)}[/]  [dim]{RecallView.Milliseconds(recall.Elapsed)}[/]{signal}");
        foreach (var item in recall.Answers.Count > 0 ? recall.Result.Items.Take(ShownItems) : [])
        {
            WriteItem(console, item, recall.Answers);
        }
    }

    private static void WriteItem(IAnsiConsole console, RecallItem item, IReadOnlyList<string> answers)
    {
        var cited = item.Citations.Count > 0 ? item.Citations[0] : null;
        var right = item.Citations.Any(citation => answers.Contains(citation.InteractionId, StringComparer.Ordinal));
        var source = cited is null ? "" : $"[{SafeText.Line(cited.InteractionId)} {Instants.Day(cited.OccurredAt)}]";
        var speaker = item.Kind is RecallItemKind.Interaction && cited is not null ? SafeText.Line(cited.Speaker) + ": " : "";
        var room = Math.Max(20, console.Profile.Width - Indent - speaker.Length - source.Length - 1);
        console.MarkupLine(
            $"  {(right ? "[green]✓[/]" : "[dim]·[/]")} [teal]{Markup.Escape(speaker)}[/]{SafeText.Markup(item.Text, room)} [dim]{Markup.Escape(source)}[/]");
    }

    /// <summary>The card of those who speak; the others they tell about are in <c>omem persona</c>.</summary>
    private static PersonaCard Speakers(DemoResult result)
    {
        var names = result.Stats.Speakers.Select(speaker => speaker.Speaker).ToHashSet(StringComparer.Ordinal);
        return new PersonaCard(
            [.. result.Persona.Attributes.Where(item => names.Contains(item.Subject))],
            [.. result.Persona.Facts.Where(item => names.Contains(item.Subject))],
            result.Persona.Clusters);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
