using System.Runtime.CompilerServices;
using System.Text;

namespace OMem.Cli.Import;

/// <summary>Cuts a table into records (RFC 4180): fields may be quoted and then hold separators, line ends and doubled quotes.</summary>
internal static class CsvRecords
{
    /// <summary>The longest record, in characters.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    /// <summary>Yields each record that is not blank with the number of the line it starts on.</summary>
    /// <exception cref="FormatException">A quote is not closed, something stands after one, or a record is too long; the message names the line.</exception>
    public static async IAsyncEnumerable<(long Line, IReadOnlyList<string> Fields)> ReadAsync(
        TextReader reader, char separator, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long number = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            var start = ++number;
            var record = new Record(separator);
            while (!record.Add(line, start))
            {
                if (record.Length > MaxLength)
                {
                    throw new FormatException($"line {start}: the record is longer than {MaxLength} characters; a quote is probably not closed");
                }

                number++;
                line = await reader.ReadLineAsync(cancellationToken) ?? throw new FormatException($"line {start}: a quote is not closed");
            }

            if (record.Fields is not [{ Length: 0 }])
            {
                yield return (start, record.Fields);
            }
        }
    }

    private sealed class Record(char separator)
    {
        private readonly StringBuilder _field = new();
        private bool _isQuoted;

        public List<string> Fields { get; } = [];

        public long Length { get; private set; }

        /// <summary>Adds a line.</summary>
        /// <returns>Whether the record is whole.</returns>
        public bool Add(string line, long start)
        {
            Length += line.Length;
            var i = 0;
            if (_isQuoted)
            {
                _field.Append('\n');
            }

            while (true)
            {
                if (_isQuoted)
                {
                    var quote = line.IndexOf('"', i);
                    if (quote < 0)
                    {
                        _field.Append(line, i, line.Length - i);
                        return false;
                    }

                    _field.Append(line, i, quote - i);
                    i = quote + 1;
                    if (i < line.Length && line[i] == '"')
                    {
                        _field.Append('"');
                        i++;
                        continue;
                    }

                    _isQuoted = false;
                    if (i < line.Length && line[i] != separator)
                    {
                        throw new FormatException($"line {start}: something stands after a closing quote");
                    }
                }
                else if (i < line.Length && line[i] == '"')
                {
                    _isQuoted = true;
                    i++;
                    continue;
                }
                else
                {
                    var next = line.IndexOf(separator, i);
                    var end = next < 0 ? line.Length : next;
                    _field.Append(line, i, end - i);
                    i = end;
                }

                Fields.Add(_field.ToString());
                _field.Clear();
                if (i >= line.Length)
                {
                    return true;
                }

                i++;
            }
        }
    }
}
