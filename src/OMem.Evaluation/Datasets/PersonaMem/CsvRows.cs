using System.Text;

namespace OMem.Evaluation;

/// <summary>A row of a CSV file: the line it starts on and its fields.</summary>
internal readonly record struct CsvRow(long Line, IReadOnlyList<string> Fields);

/// <summary>Splits CSV text after RFC 4180: quoted fields may hold commas, line breaks and doubled quotes.</summary>
internal static class CsvRows
{
    public static IEnumerable<CsvRow> Read(string text, string file)
    {
        var at = 0;
        long line = 1;
        while (at < text.Length)
        {
            var first = line;
            var fields = new List<string>();
            bool more;
            do
            {
                fields.Add(Field(text, file, ref at, ref line, out more));
            }
            while (more);

            if (fields.Count > 1 || fields[0].Length > 0)
            {
                yield return new CsvRow(first, fields);
            }
        }
    }

    private static string Field(string text, string file, ref int at, ref long line, out bool more)
    {
        var field = at < text.Length && text[at] is '"'
            ? Quoted(text, file, ref at, ref line)
            : Plain(text, ref at);
        more = at < text.Length && text[at] is ',';
        if (more)
        {
            at++;
            return field;
        }

        if (at < text.Length && text[at] is not ('\r' or '\n'))
        {
            throw new InvalidDatasetException(file, "has text after a closing quote", line);
        }

        SkipLineEnd(text, ref at, ref line);
        return field;
    }

    private static string Plain(string text, ref int at)
    {
        var rest = text.AsSpan(at);
        var length = rest.IndexOfAny(',', '\r', '\n');
        length = length < 0 ? rest.Length : length;
        at += length;
        return rest[..length].ToString();
    }

    private static string Quoted(string text, string file, ref int at, ref long line)
    {
        var opened = line;
        var field = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] is '"')
            {
                at++;
                if (at >= text.Length || text[at] is not '"')
                {
                    return field.ToString();
                }
            }

            line += text[at] is '\n' ? 1 : 0;
            field.Append(text[at]);
        }

        throw new InvalidDatasetException(file, "has a quote that is never closed", opened);
    }

    private static void SkipLineEnd(string text, ref int at, ref long line)
    {
        if (at < text.Length && text[at] is '\r')
        {
            at++;
        }

        if (at < text.Length && text[at] is '\n')
        {
            at++;
        }

        line++;
    }
}
