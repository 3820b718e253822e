using System.Globalization;
using OMem.Cli.Output;
using Spectre.Console;

namespace OMem.Cli.Forgetting;

/// <summary>Draws what a forget or erase takes, and what it did.</summary>
internal static class ForgettingView
{
    private const int Shown = 8;

    /// <summary>Draws what would be taken.</summary>
    public static void WritePreview(IAnsiConsole console, ForgetPreview preview)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(preview);
        var forgotten = preview.Forgotten == 0 ? "" : $", {Number(preview.Forgotten)} of them forgotten already";
        console.MarkupLine($"[bold]{Number(preview.Interactions)} messages[/]{forgotten}");
        foreach (var stored in preview.Sample.TakeLast(Shown))
        {
            console.MarkupLine($"  [dim]{SafeText.Markup(stored.Interaction.Id)} {Instants.Day(stored.Interaction.OccurredAt)}[/] {SafeText.Markup(stored.Interaction.Speaker)}: {SafeText.Markup(stored.Interaction.Text, 100)}");
        }

        if (preview.Interactions > Shown)
        {
            console.MarkupLine($"  [dim]and {Number(preview.Interactions - Math.Min(Shown, preview.Sample.Count))} earlier ones[/]");
        }

        Items(console, "go with them", preview.Removed);
        Items(console, "rest on other messages too", preview.Weakened);
        Items(console, "hold again", preview.Reopened);
        if (preview.Topics.Count > 0)
        {
            console.MarkupLine($"[bold]{Number(preview.Topics.Count)} topics go[/]: {SafeText.Markup(string.Join(", ", preview.Topics.Take(Shown).Select(static topic => topic.Label)), 200)}");
        }
    }

    /// <summary>Draws what a forget did.</summary>
    public static void Write(IAnsiConsole console, ForgetResult result)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(result);
        var entry = Number(result.Entry);
        console.MarkupLine($"[red]forgotten[/] {Number(result.Interactions)} messages, {Number(result.Removed.Count)} attributes and facts, {Number(result.Topics)} topics");
        console.MarkupLine($"[dim]ledger entry {entry}; 'omem undo {entry}' brings everything back. They stay in the log: 'omem erase' removes them for good[/]");
    }

    /// <summary>Draws what an erase did.</summary>
    public static void Write(IAnsiConsole console, EraseReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(receipt);
        console.MarkupLine(
            $"[red]erased[/] {Number(receipt.Interactions)} messages, {Number(receipt.Items)} attributes and facts, {Number(receipt.Topics)} topics, {Number(receipt.Clusters)} groups; "
            + $"{Number(receipt.LedgerEntries)} ledger entries {(receipt.WholeScope ? "are gone" : "were written over")}");
        if (receipt.FoundFragments is { } found)
        {
            var searched = $"{Number(receipt.SearchedFragments ?? 0)} fragments{(receipt.SearchedSample is true ? ", a sample," : "")} looked for in {Number(receipt.SearchedBytes ?? 0)} bytes of the store";
            console.MarkupLine(found == 0 ? $"[green]verified[/] {searched}: none is left" : $"[red]not verified[/] {searched}: {Number(found)} are still there");
        }

        console.MarkupLine(receipt.IsClean
            ? $"[dim]free pages and logs of the store are clean; receipt {SafeText.Markup(receipt.Sha256)}[/]"
            : $"[yellow]The store's files are not clean yet: {SafeText.Markup(receipt.NotClean ?? "others kept reading them")}. Give the same command again when that is over.[/]");
    }

    /// <summary>Draws a policy and what it takes.</summary>
    public static void Write(IAnsiConsole console, RetentionRun run)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(run);
        if (run.Policy is not { } policy || policy is { MaxAge: null, MaxSessions: null })
        {
            console.MarkupLine("[dim]Everything is kept. 'omem retention set --max-age 365d' keeps a year.[/]");
            return;
        }

        var mode = policy.Mode is RetentionMode.Erase ? "[red]erased[/]" : "[yellow]forgotten[/]";
        console.MarkupLine(
            $"kept: {(policy.MaxAge is { } age ? $"what is at most {Durations.Text(age)} old" : "every age")}, "
            + $"{(policy.MaxSessions is { } sessions ? $"the latest {Number(sessions)} sessions" : "every session")}; the rest is {mode}");
        if (run.Forgotten is { } forgotten)
        {
            Write(console, forgotten);
        }
        else if (run.Receipt is { } receipt)
        {
            Write(console, receipt);
        }
        else
        {
            console.MarkupLine($"[dim]now it would take {Number(run.Preview.Interactions)} messages, {Number(run.Preview.Forgotten)} of them forgotten already[/]");
        }
    }

    private static void Items(IAnsiConsole console, string what, IReadOnlyList<PersonaItem> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        console.MarkupLine($"[bold]{Number(items.Count)} attributes and facts {what}[/]");
        foreach (var item in items.Take(Shown))
        {
            console.MarkupLine($"  {SafeText.Markup(item.Text, 120)}");
        }

        if (items.Count > Shown)
        {
            console.MarkupLine($"  [dim]and {Number(items.Count - Shown)} more[/]");
        }
    }

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
