using System.Globalization;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws the status of a scope.</summary>
internal static class StatusView
{
    /// <summary>Draws positions, waiting work, models, store and failures.</summary>
    public static void Write(IAnsiConsole console, MemoryStatus status)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(status);
        var rows = new PairTable()
            .Add("log position", PairTable.Count(status.LogSequence))
            .Add("waiting to be understood", PairTable.Count(status.Pending), status.Pending > 0 ? "yellow" : null)
            .Add("given up", PairTable.Count(status.Parked), status.Parked > 0 ? "red" : null)
            .Add("held back", status.Held > 0 ? $"{PairTable.Count(status.Held)}; 'omem quarantine' shows them" : PairTable.Count(0))
            .Add("vectors missing or stale", PairTable.Count(status.StaleVectors), status.StaleVectors > 0 ? "yellow" : null)
            .Add("reader", status.Reader)
            .Add("embedding model", status.EmbeddingModel ?? "none: recall by words alone")
            .Add("sensitive data", SensitiveView.Line(status.SensitiveData))
            .Add("store", $"{status.Store.Provider} {status.Store.Location} (schema {status.Store.SchemaVersion}, {PairTable.Bytes(status.Store.Bytes)})")
            .Add("encryption", Encryption(status.Store))
            .Add("durability", status.Store.Durability);
        if (status.BuiltBy.Any(reader => !string.Equals(reader, status.Reader, StringComparison.Ordinal)))
        {
            rows.Add("built by", $"{SafeText.Line(string.Join(", ", status.BuiltBy))}; 'omem rebuild' reads it again", "yellow");
        }

        foreach (var usage in status.Usage)
        {
            rows.Add($"{UsageText.Stage(usage.Stage)} with {SafeText.Line(usage.Model)}", UsageText.Of(usage));
        }

        console.Write(rows.Table);
        foreach (var failure in status.Failures)
        {
            var next = failure.NextTry is { } time ? "next try " + Instants.Minute(time) : "given up";
            console.MarkupLine(
                $"[red]failed[/] {SafeText.Markup(failure.InteractionId)} [dim]after {failure.Attempts.ToString(CultureInfo.InvariantCulture)} attempts, {next}:[/] {SafeText.Markup(failure.Error)}");
        }
    }

    /// <summary>Whether a store is encrypted, in words.</summary>
    public static string Encryption(StoreDescription store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.MasterKeyId is { } key ? $"encrypted (key {key})" : "not encrypted";
    }
}
