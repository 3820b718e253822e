using System.Globalization;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws why a recall came out as it did.</summary>
internal static class TraceView
{
    private const int ShownFeatures = 5;
    private const int ShownText = 60;

    /// <summary>Draws the analysis of the question, the channels and the candidates with what each feature gave them.</summary>
    public static void Write(IAnsiConsole console, RecallResult result, IReadOnlyDictionary<string, string>? texts = null)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(result);
        WriteAnalysis(console, result.Analysis);
        if (result.Trace is not { } trace)
        {
            return;
        }

        foreach (var channel in trace.Channels)
        {
            console.MarkupLine($"[bold]{SafeText.Markup(channel.Channel)}[/] channel: {channel.Matched} matched [dim]({SafeText.Markup(channel.Note)})[/]");
        }

        console.Write(Candidates(trace, texts));
        console.MarkupLine($"[dim]{trace.Considered} candidates scored, the best {trace.Candidates.Count} shown[/]");
    }

    private static void WriteAnalysis(IAnsiConsole console, QueryAnalysis analysis)
    {
        var clues = analysis.Clues.Select(clue =>
            $"{SafeText.Markup(clue.Term)} [dim]{Number(clue.Weight)} in {clue.Frequency}[/]");
        console.MarkupLine($"[bold]clues[/]  {(analysis.Clues.Count == 0 ? "[dim]none[/]" : string.Join(", ", clues))}");
        if (analysis.Speakers.Count > 0)
        {
            console.MarkupLine($"[bold]people[/] {string.Join(", ", analysis.Speakers.Select(name => SafeText.Markup(name)))}");
        }

        foreach (var time in analysis.Times)
        {
            console.MarkupLine(
                $"[bold]time[/]   {SafeText.Markup(time.Text)} [dim]{Instants.Happened(time.Range.From, time.Range.To, time.Range.Approximate)}[/]");
        }

        console.MarkupLine(
            $"[bold]wants[/]  {Kind(analysis.Kind)}{(analysis.IsList ? ", several" : "")} [dim]({SafeText.Markup(analysis.Profile)} weights)[/]");
    }

    private static Table Candidates(RecallTrace trace, IReadOnlyDictionary<string, string>? texts)
    {
        var table = new Table { Border = TableBorder.Rounded }.AddColumns(
            new TableColumn("#").RightAligned(), new TableColumn("item"), new TableColumn("score").RightAligned(),
            new TableColumn("what added to it"), new TableColumn("decision"));
        for (var i = 0; i < trace.Candidates.Count; i++)
        {
            var candidate = trace.Candidates[i];
            var text = texts?.GetValueOrDefault(candidate.Id) is { } words ? $"\n[dim]{SafeText.Markup(words, ShownText)}[/]" : "";
            table.AddRow(
                (i + 1).ToString(CultureInfo.InvariantCulture),
                SafeText.Markup(candidate.Id) + text,
                Number(candidate.Score),
                string.Join('\n', candidate.Contributions.Take(ShownFeatures).Select(Feature)),
                Decision(candidate) + $"\n[dim]{SafeText.Markup(candidate.Reason)}[/]");
        }

        return table;
    }

    private static string Feature(FeatureContribution feature) =>
        $"{(feature.Contribution < 0 ? "[red]" : "[green]+")}{Number(feature.Contribution)}[/] {SafeText.Markup(feature.Feature)} "
        + $"[dim]{SafeText.Markup(feature.Channel)} {Number(feature.Value)}[/]";

    private static string Decision(TraceCandidate candidate) => candidate.Decision switch
    {
        TraceDecision.Kept => "[green]kept[/]",
        TraceDecision.OverBudget => "[yellow]over budget[/]",
        TraceDecision.BelowLimit => "[yellow]below limit[/]",
        TraceDecision.Filtered => "[red]filtered[/]",
        TraceDecision.Duplicate => "[yellow]duplicate[/]",
        _ => throw new InvalidOperationException($"Unknown decision {candidate.Decision}."),
    };

    private static string Kind(AnswerKind kind) => kind switch
    {
        AnswerKind.Other => "anything",
        AnswerKind.Time => "a time",
        AnswerKind.Person => "a person",
        AnswerKind.Place => "a place",
        AnswerKind.Quantity => "a quantity",
        AnswerKind.YesNo => "yes or no",
        AnswerKind.Reason => "a reason",
        _ => throw new InvalidOperationException($"Unknown answer kind {kind}."),
    };

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
