using CsvHelper;

namespace Sentinel.Persona;

/// <summary>Header and rows of a CSV text.</summary>
internal sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<CsvRow> Rows)
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Reads a text; null with a fault when it is none.</summary>
    public static CsvTable? Read(TextReader reader, ImportRun run)
    {
        var text = reader.ReadToEnd().TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text))
        {
            run.Fault(1, "", "empty", "the file is empty");
            return null;
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            run.Fault(1, "", "binary", "the file is not text");
            return null;
        }

        var first = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length).ToString();
        var delimiter = Delimiters.MaxBy(candidate => first.Count(c => c == candidate));
        using var csv = CsvReader.Create(new StringReader(text), Options(delimiter), true);
        string[]? header = null;
        List<CsvRow> rows = [];
        while (!run.IsOver && Advance(csv, run))
        {
            var cells = Cells(csv);
            var line = (int)csv.LineNumber;
            if (header is null)
            {
                header = cells;
            }
            else if (cells.Length != header.Length && cells.Any(cell => cell.Length > 0))
            {
                var hint = cells.Length > header.Length ? ": are numbers written with a decimal comma?" : ": is the row cut off?";
                run.Fault(line, "", "cells", $"{cells.Length} cells where the header has {header.Length}{hint}");
            }
            else if (cells.Any(cell => cell.Length > 0))
            {
                rows.Add(new CsvRow(line, cells));
            }
        }

        return header is null || run.Faults.Count > 0 ? null : new CsvTable(header, rows);
    }

    private static CsvReaderOptions Options(char delimiter) => new()
    {
        Separator = delimiter,
        HasHeader = false,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private static string[] Cells(CsvReader csv)
    {
        var cells = new string[csv.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = csv.GetString(i).Trim();
        }

        return cells;
    }

    private static bool Advance(CsvReader csv, ImportRun run)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException fault)
        {
            run.Fault((int)fault.LineNumber, "", "quotes", "the quotes of the line do not match");
            return false;
        }
    }
}

/// <summary>A row and its line in the file.</summary>
internal sealed record CsvRow(int Line, string[] Cells);
