namespace OMem.Cli.Import;

/// <summary>Which column of a table holds what, told from its header.</summary>
internal sealed class CsvColumns
{
    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["text"] = ["text", "message", "content", "body"],
        ["speaker"] = ["speaker", "sender", "author", "from", "name", "user"],
        ["occurredAt"] = ["occurredat", "timestamp", "time", "date", "datetime", "createdat", "sentat"],
        ["role"] = ["role", "roletype"],
        ["session"] = ["session", "sessionid", "conversation", "conversationid", "thread", "threadid", "channel"],
        ["id"] = ["id", "messageid", "uuid"],
    };

    private readonly IReadOnlyList<string> _header;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private CsvColumns(IReadOnlyList<string> header)
    {
        _header = header;
        foreach (var (field, names) in Names)
        {
            var place = names.Select(name => Find(name)).FirstOrDefault(place => place >= 0, -1);
            if (place >= 0)
            {
                _columns[field] = place;
            }
        }

        int Find(string name) => header.Select(Plain).ToList().IndexOf(name);
    }

    /// <summary>How many columns there are.</summary>
    public int Count => _header.Count;

    /// <summary>The columns of a header.</summary>
    /// <exception cref="FormatException">One that is needed is missing, or one stands twice.</exception>
    public static CsvColumns Of(IReadOnlyList<string> header)
    {
        var columns = new CsvColumns(header);
        if (!columns.Has("text"))
        {
            throw new FormatException("the header has no column for the text (text, message, content or body)");
        }

        if (!columns.Has("speaker") && !columns.Has("role"))
        {
            throw new FormatException("the header has no column for the speaker (speaker, sender, author, from, name or role)");
        }

        return header.Distinct(StringComparer.Ordinal).Count() == header.Count ? columns : throw new FormatException("the header names a column twice");
    }

    /// <summary>Whether a line can be the header of a table of messages.</summary>
    public static bool IsHeader(string line, out char separator)
    {
        foreach (var candidate in ",;\t")
        {
            separator = candidate;
            var columns = new CsvColumns([.. line.Split(candidate).Select(cell => cell.Trim().Trim('"'))]);
            if (columns.Count > 1 && columns.Has("text") && (columns.Has("speaker") || columns.Has("role")))
            {
                return true;
            }
        }

        separator = ',';
        return false;
    }

    /// <summary>A cell; null when the column is missing or the cell empty.</summary>
    public string? Cell(IReadOnlyList<string> record, string field) =>
        _columns.TryGetValue(field, out var place) && record[place].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The cells of columns that are nothing else, as metadata; empty ones are left out.</summary>
    public Dictionary<string, string> Rest(IReadOnlyList<string> record)
    {
        var taken = _columns.Values.ToHashSet();
        return Enumerable.Range(0, _header.Count)
            .Where(place => !taken.Contains(place) && _header[place].Trim().Length > 0 && record[place].Trim().Length > 0)
            .ToDictionary(place => _header[place].Trim(), place => record[place], StringComparer.Ordinal);
    }

    private bool Has(string field) => _columns.ContainsKey(field);

    private static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
