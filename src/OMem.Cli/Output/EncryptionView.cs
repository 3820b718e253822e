using System.Globalization;
using OMem.Cli.Bench;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws what encryption costs.</summary>
internal static class EncryptionView
{
    /// <summary>Draws one block of three columns a size.</summary>
    public static void Write(IAnsiConsole console, EncryptionOutput output)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var row in output.Rows)
        {
            var table = new Table { Border = TableBorder.Rounded }.AddColumn($"{PairTable.Count(row.Messages)} messages");
            foreach (var name in (string[])["plain", "encrypted", "ratio"])
            {
                table.AddColumn(new TableColumn(name).RightAligned());
            }

            Add("remember, messages a second", row, side => side.RememberPerSecond, "#,0", row.RememberRatio);
            Add("understand, messages a second", row, side => side.UnderstandPerSecond, "#,0", row.UnderstandRatio);
            Add("open cold and answer, ms", row, side => side.OpenMs, "0.0", row.OpenRatio);
            Add("recall p50, ms", row, side => side.Recall.P50, "0.00", row.RecallRatio);
            Add("recall p95, ms", row, side => side.Recall.P95, "0.00", row.RecallP95Ratio);
            Add("store, bytes a message", row, side => side.StoreBytesPerMessage, "#,0", row.StoreRatio);
            console.Write(table);

            void Add(string name, EncryptionRow measured, Func<EncryptionSide, double> value, string format, double ratio) => table.AddRow(
                Markup.Escape(name), Number(value(measured.Plain), format), Number(value(measured.Sealed), format), Number(ratio, "0.00") + " x");
        }

        console.MarkupLine(
            $"[dim]ratios above 1: encryption takes so many times the time or the room; seeded synthetic chat ({output.Seed}), one message in {output.StatementEvery} a statement, {output.Questions} questions, {output.Processors} processors, embeddings: {SafeText.Markup(output.EmbeddingModel ?? "none")}[/]");
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
