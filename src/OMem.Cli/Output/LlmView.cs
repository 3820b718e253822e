using System.Globalization;
using OMem.ChatClients;
using OMem.Cli.Llm;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws language models.</summary>
internal static class LlmView
{
    /// <summary>Draws what each role uses.</summary>
    public static void WriteModels(IAnsiConsole console, LlmShowOutput shown)
    {
        ArgumentNullException.ThrowIfNull(console);
        var table = new Grid();
        foreach (var _ in (int[])[1, 2, 3, 4])
        {
            table.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        }

        table.AddRow("[dim]role[/]", "[dim]model[/]", "[dim]endpoint[/]", "[dim]key[/]");
        foreach (var model in shown.Models)
        {
            table.AddRow(
                $"[bold]{Lower(model.Role)}[/]",
                SafeText.Markup(model.Model),
                SafeText.Markup($"{model.Endpoint} ({model.Provider})"),
                model.KeyIsSet ? $"[green]set[/] ({SafeText.Markup(model.KeyVariable)})" : $"not set ({SafeText.Markup(model.KeyVariable)})");
        }

        console.Write(table);
        foreach (var warning in shown.Models.Where(model => model.Warning is not null).GroupBy(model => model.Endpoint, StringComparer.Ordinal))
        {
            console.MarkupLine($"[yellow]{SafeText.Markup(warning.Key)}: {SafeText.Markup(warning.First().Warning!)}[/]");
        }

        var pairs = new PairTable();
        foreach (var (name, value) in Folders(shown).Concat(shown.Origins.Select(origin => (origin.Key, $"given by {origin.Value}"))))
        {
            pairs.Add(name, value);
        }

        console.Write(pairs.Table);
    }

    /// <summary>Draws what was found out about each model.</summary>
    public static void WriteChecks(IAnsiConsole console, IReadOnlyList<LlmCheckOutput> checks)
    {
        ArgumentNullException.ThrowIfNull(console);
        foreach (var check in checks)
        {
            console.MarkupLine($"{(check.Ok ? "[green]ok[/]" : "[red]fail[/]")}  [bold]{SafeText.Markup(check.Model)}[/] {SafeText.Markup($"at {check.Endpoint}")}");
            var pairs = new PairTable()
                .Add("used by", string.Join(", ", check.Roles.Select(Lower)))
                .Add("reachable", YesNo(check.Reachable))
                .Add("listed", check.Listed is { } listed ? YesNo(listed) : check.Answers ? "the endpoint lists no models" : "not known")
                .Add("answers", YesNo(check.Answers));
            if (check.Answers)
            {
                pairs.Add("structured output", Lower(check.StructuredOutput))
                    .Add("streaming", YesNo(check.Streams))
                    .Add("latency", string.Create(CultureInfo.InvariantCulture, $"{check.LatencyMilliseconds:#,0} ms (median of 3 short calls)"))
                    .Add("usage", check is { PromptTokens: { } prompt, CompletionTokens: { } completion }
                        ? $"{PairTable.Count(prompt)} prompt and {PairTable.Count(completion)} completion tokens in {PairTable.Count(check.Calls)} calls"
                        : "not reported: tokens are estimated");
            }

            console.Write(new Padder(pairs.Table, new Padding(2, 0, 0, 0)));
        }
    }

    private static IEnumerable<(string Name, string Value)> Folders(LlmShowOutput shown)
    {
        if (shown.RecordFolder is { } record)
        {
            yield return ("recorded in", record);
        }

        if (shown.ReplayFolder is { } replay)
        {
            yield return ("replayed from", replay);
        }
    }

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
