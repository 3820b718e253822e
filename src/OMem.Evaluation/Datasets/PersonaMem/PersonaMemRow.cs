using System.Globalization;

namespace OMem.Evaluation;

/// <summary>One row of the question file.</summary>
internal sealed record PersonaMemRow(
    long Line, string QuestionId, string Type, string Text, string ContextId, int EndIndex, int DistanceInBlocks)
{
    /// <summary>The options as a Python list literal; empty where the file has none.</summary>
    public string Options { get; init; } = string.Empty;

    /// <summary>The right option, for example <c>(c)</c>; empty where the file does not say.</summary>
    public string Key { get; init; } = string.Empty;

    public static List<PersonaMemRow> ReadAll(string csv, string file)
    {
        Dictionary<string, int>? columns = null;
        var rows = new List<PersonaMemRow>();
        foreach (var row in CsvRows.Read(csv, file))
        {
            if (columns is null)
            {
                columns = row.Fields.Select((name, i) => (name, i)).DistinctBy(c => c.name).ToDictionary(c => c.name, c => c.i, StringComparer.Ordinal);
                continue;
            }

            rows.Add(Read(row, columns, file));
        }

        return rows;
    }

    private static PersonaMemRow Read(CsvRow row, Dictionary<string, int> columns, string file) => new(
        row.Line,
        Field(row, columns, file, "question_id"),
        Field(row, columns, file, "question_type"),
        Field(row, columns, file, "user_question_or_message"),
        Field(row, columns, file, "shared_context_id"),
        Number(row, columns, file, "end_index_in_shared_context"),
        Number(row, columns, file, "distance_to_ref_in_blocks"))
    {
        Options = Optional(row, columns, "all_options"),
        Key = Optional(row, columns, "correct_answer"),
    };

    private static string Optional(CsvRow row, Dictionary<string, int> columns, string column) =>
        columns.TryGetValue(column, out var i) && i < row.Fields.Count ? row.Fields[i] : string.Empty;

    private static string Field(CsvRow row, Dictionary<string, int> columns, string file, string column) =>
        columns.TryGetValue(column, out var i) && i < row.Fields.Count && row.Fields[i].Length > 0
            ? row.Fields[i]
            : throw new InvalidDatasetException(file, "is missing", row.Line, column);

    private static int Number(CsvRow row, Dictionary<string, int> columns, string file, string column) =>
        int.TryParse(Field(row, columns, file, column), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidDatasetException(file, "must be a whole number", row.Line, column);
}
