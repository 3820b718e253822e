using System.Text;
using CsvHelper;

namespace Sentinel.Market.Bars;

/// <summary>Turns the text of a bar file into rows, each valid by itself.</summary>
internal static class BarRowReader
{
    private const int LongestLine = 1 << 16;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>The rows of a text, in its order.</summary>
    public static IEnumerable<BarRow> Read(TextReader reader, bool naiveIsUtc)
    {
        var (first, skipped) = Header(reader);
        var delimiter = Delimiters.MaxBy(candidate => first.Count(c => c == candidate));
        using var joined = new PrefixedReader(first + "\n", reader);
        using var csv = CsvReader.Create(joined, Options(delimiter), true);
        BarColumns? columns = null;
        while (Advance(csv, skipped))
        {
            var line = csv.LineNumber + skipped;
            var fields = Fields(csv);
            if (fields.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (columns is null)
            {
                var isData = BarColumns.IsData(fields);
                columns = isData ? BarColumns.Positional(fields.Length) : BarColumns.FromHeader(fields, line);
                if (!isData)
                {
                    continue;
                }
            }

            var row = ToRow(fields, columns, naiveIsUtc, line);
            row.Validate();
            yield return row;
        }
    }

    private static CsvReaderOptions Options(char delimiter) => new()
    {
        Separator = delimiter,
        HasHeader = false,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        AllowLineBreaksInQuotes = false,
        MaxRecordSize = LongestLine,
    };

    private static string[] Fields(CsvReader csv)
    {
        var fields = new string[csv.FieldCount];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = csv.GetString(i);
        }

        return fields;
    }

    // Some vendors put a line with their address above the header; it has no delimiter at all.
    private static (string Line, int Skipped) FirstLine(TextReader reader)
    {
        var skipped = 0;
        while (ReadLine(reader) is { } line)
        {
            var isNote = string.IsNullOrWhiteSpace(line) || line.StartsWith('#') || line.IndexOfAny(Delimiters) < 0;
            if (!isNote)
            {
                return (line.TrimStart('\uFEFF'), skipped);
            }

            skipped++;
            if (skipped > 20)
            {
                throw new BarFileException(skipped, "no header in the first 20 lines: this is no CSV of bars");
            }
        }

        throw new BarFileException(skipped == 0 ? "the file is empty" : "the file has no header and no rows");
    }

    // As TextReader.ReadLine, but a file that is no text ends here and not in all of the memory.
    private static string? ReadLine(TextReader reader)
    {
        var line = new StringBuilder();
        var next = reader.Read();
        if (next < 0)
        {
            return null;
        }

        while (next is >= 0 and not '\n')
        {
            line.Append((char)next);
            if (line.Length > LongestLine)
            {
                throw new BarFileException("a line is longer than 65536 characters: this is no CSV of bars");
            }

            next = reader.Read();
        }

        return line.ToString().TrimEnd('\r');
    }

    private static (string Line, int Skipped) Header(TextReader reader)
    {
        try
        {
            return FirstLine(reader);
        }
        catch (InvalidDataException fault)
        {
            throw new BarFileException("the compressed file is damaged or cut off", fault);
        }
    }

    private static bool Advance(CsvReader csv, int skipped)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException fault)
        {
            throw new BarFileException(fault.LineNumber + skipped, "the quotes or the length of the line are wrong", fault);
        }
        catch (InvalidDataException fault)
        {
            throw new BarFileException(csv.LineNumber + skipped, "behind this line the compressed file is damaged or cut off", fault);
        }
    }

    private static BarRow ToRow(string[] fields, BarColumns columns, bool naiveIsUtc, long line)
    {
        if (fields.Length != columns.Count)
        {
            var hint = fields.Length > columns.Count ? ": are numbers written with a decimal comma?" : ": is the row cut off?";
            throw new BarFileException(line, FormattableString.Invariant($"{fields.Length} fields where the header has {columns.Count}{hint}"));
        }

        return new BarRow(
            line,
            BarTime.Read(fields[columns.Time], naiveIsUtc, line),
            BarText.Number(fields[columns.Open], "open", line),
            BarText.Number(fields[columns.High], "high", line),
            BarText.Number(fields[columns.Low], "low", line),
            BarText.Number(fields[columns.Close], "close", line),
            BarText.Number(fields[columns.Volume], "volume", line));
    }
}
