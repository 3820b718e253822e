using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws the size of a scope.</summary>
internal static class StatsView
{
    /// <summary>Draws counts, span and bytes.</summary>
    public static void Write(IAnsiConsole console, MemoryStats stats)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(stats);
        var speakers = stats.Speakers.Select(speaker => $"{speaker.Speaker} {PairTable.Count(speaker.Interactions)}");
        var rows = new PairTable()
            .Add("interactions", $"{PairTable.Count(stats.Interactions)} in {PairTable.Count(stats.Sessions)} sessions")
            .Add("span", stats.Span is { } span ? Instants.Validity(span.From, span.To) : "–")
            .Add("speakers", string.Join(", ", speakers))
            .Add("attributes", $"{PairTable.Count(stats.CurrentAttributes)} current, {PairTable.Count(stats.SupersededAttributes)} superseded or ended")
            .Add("facts", PairTable.Count(stats.Facts))
            .Add("held back", PairTable.Count(stats.Held))
            .Add("topics", PairTable.Count(stats.Topics))
            .Add("clues", PairTable.Count(stats.Clues))
            .Add("ledger entries", PairTable.Count(stats.LedgerEntries))
            .Add("index in memory", $"{PairTable.Bytes(stats.IndexBytes)}, vectors {PairTable.Bytes(stats.VectorBytes)}")
            .Add("store on disk", PairTable.Bytes(stats.StoreBytes));
        console.Write(rows.Table);
    }
}
