using System.Globalization;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws what stands below an answer: the messages it rests on, and what it cost.</summary>
internal static class AskView
{
    private const int MostQuoted = 160;

    /// <summary>Draws it.</summary>
    public static void Write(IAnsiConsole console, AskAnswer answer, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(answer);
        foreach (var citation in AskOutput.Cited(answer))
        {
            var said = answer.Recall.Items.FirstOrDefault(item => item.Kind is RecallItemKind.Interaction && item.Id == citation.InteractionId)?.Text;
            console.MarkupLine(
                $"[dim]{Markup.Escape($"[{SafeText.Line(citation.InteractionId)}]")} {Instants.Minute(citation.OccurredAt)} · {SafeText.Markup(citation.Speaker)}[/]"
                + (said is null ? "" : $"[dim]: {SafeText.Markup(Head(said))}[/]"));
        }

        var usage = answer.Usage;
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"[dim]{answer.Recall.Items.Count} items recalled · {usage.Calls} call of {SafeText.Markup(usage.Model)} · {usage.PromptTokens} + {usage.CompletionTokens} tokens · {RecallView.Milliseconds(elapsed)}[/]"));
    }

    private static string Head(string text)
    {
        var whole = new StringInfo(text);
        return whole.LengthInTextElements <= MostQuoted ? text : whole.SubstringByTextElements(0, MostQuoted) + "…";
    }
}
