using System.Text;

namespace Sentinel.Replay.Experiment;

/// <summary>Puts tables into a written page, between <c>&lt;!-- table NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c>. Words stay a person's, tables are never typed.</summary>
internal static class PageTables
{
    private const string Open = "<!-- table ";
    private const string Close = "<!-- end -->";

    /// <summary>The page with its tables made anew. A table that does not exist this time keeps what stands there.</summary>
    public static string Fill(string page, IReadOnlyDictionary<string, string> tables)
    {
        var filled = new StringBuilder();
        string? skipping = null;
        foreach (var line in page.Split('\n'))
        {
            if (skipping is not null)
            {
                if (!string.Equals(line.Trim(), Close, StringComparison.Ordinal))
                {
                    continue;
                }

                skipping = null;
            }

            filled.Append(line).Append('\n');
            if (Name(line) is { } name && tables.TryGetValue(name, out var table))
            {
                filled.Append('\n').Append(table).Append('\n');
                skipping = name;
            }
        }

        filled.Length--;
        return skipping is null ? filled.ToString() : throw new ExperimentException($"The page does not end its table '{skipping}'.");
    }

    private static string? Name(string line) =>
        line.Trim() is var text && text.StartsWith(Open, StringComparison.Ordinal) && text.EndsWith("-->", StringComparison.Ordinal) ? text[Open.Length..^3].Trim() : null;
}
