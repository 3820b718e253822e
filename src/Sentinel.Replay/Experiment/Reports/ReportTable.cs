using System.Globalization;
using System.Text;

namespace Sentinel.Replay.Experiment;

/// <summary>A table of a report.</summary>
/// <param name="Name">The name under which a page includes it.</param>
/// <param name="Head">Titles of the columns.</param>
/// <param name="Rows">Cells.</param>
internal sealed record ReportTable(string Name, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The table in Markdown: the first column to the left, the others to the right.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        Line(Head);
        Line([.. Head.Select(static (_, i) => i is 0 ? "---" : "---:")]);
        foreach (var row in Rows)
        {
            Line(row);
        }

        return text.ToString();

        void Line(IReadOnlyList<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }
}

/// <summary>Numbers as they stand in tables.</summary>
internal static class Cell
{
    private const string Nothing = "–";

    /// <summary>A number; a dash when there is none.</summary>
    public static string Of(double value, string format = "0.000") => double.IsFinite(value) ? Clean(value.ToString(format, CultureInfo.InvariantCulture)) : Nothing;

    /// <summary>A figure with its interval.</summary>
    public static string Of(Estimate estimate, string format = "0.000") => double.IsFinite(estimate.Value)
        ? $"{Of(estimate.Value, format)} [{Of(estimate.Low, format)}, {Of(estimate.High, format)}]"
        : Nothing;

    /// <summary>A difference with its sign and interval.</summary>
    public static string Difference(Estimate estimate, string format = "+0.000;-0.000;0.000") => Of(estimate, format);

    /// <summary>A p-value.</summary>
    public static string P(double value) => !double.IsFinite(value) ? Nothing : value < 0.001 ? "<0.001" : Of(value);

    /// <summary>A count.</summary>
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    // What rounds to 0 from below is 0.
    private static string Clean(string text) => text.StartsWith('-') && text.AsSpan(1).IndexOfAnyExcept("0.") < 0 ? text[1..] : text;
}
