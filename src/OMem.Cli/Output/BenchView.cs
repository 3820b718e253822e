using System.Globalization;
using OMem.Cli.Bench;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws what was measured.</summary>
internal static class BenchView
{
    /// <summary>Draws one column a size.</summary>
    public static void Write(IAnsiConsole console, BenchOutput output)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(output);
        var table = new Table { Border = TableBorder.Rounded }.AddColumn("messages");
        foreach (var row in output.Rows)
        {
            table.AddColumn(new TableColumn(PairTable.Count(row.Messages)).RightAligned());
        }

        Add(table, "remember, messages a second", output, row => Number(row.RememberPerSecond, "#,0"));
        Add(table, "  share of bare embedding speed", output, row => row.RememberToEmbed is { } ratio ? Number(ratio, "0.00") : "–");
        Add(table, "open cold and answer, ms", output, row => Number(row.OpenMs, "0"));
        Add(table, "recall p50 / p95, ms", output, row => $"{Number(row.Recall.P50, "0.00")} / {Number(row.Recall.P95, "0.00")}");
        Add(table, "BM25 alone p50 / p95, ms", output, row => $"{Number(row.Bm25.P50, "0.00")} / {Number(row.Bm25.P95, "0.00")}");
        Add(table, "  recall to BM25, medians", output, row => Number(row.RecallToBm25, "0.0") + " x");
        Add(table, "index, bytes a message", output, row => Number(row.IndexBytesPerMessage, "#,0"));
        Add(table, "vectors, bytes a message", output, row => Number(row.VectorBytesPerMessage, "#,0"));
        Add(table, "store, bytes a message", output, row => Number(row.StoreBytesPerMessage, "#,0"));
        console.Write(table);
        console.MarkupLine(
            $"[dim]seeded synthetic chat ({output.Seed}), {output.Questions} questions a size, {output.Processors} processors, embeddings: {SafeText.Markup(output.EmbeddingModel ?? "none")}[/]");
    }

    private static void Add(Table table, string name, BenchOutput output, Func<BenchRow, string> value) =>
        table.AddRow([Markup.Escape(name), .. output.Rows.Select(value)]);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
