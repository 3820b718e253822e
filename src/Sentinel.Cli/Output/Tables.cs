using Spectre.Console;

namespace Sentinel.Cli.Output;

/// <summary>Makes tables. Cells are text, not markup: what stands in a file cannot style the output.</summary>
internal static class Tables
{
    /// <summary>A table with headings; those that end with <c>#</c> are aligned right.</summary>
    public static Table Of(string? title, params string[] headings)
    {
        var table = new Table { Border = TableBorder.Rounded, Title = title is null ? null : new TableTitle(SafeText.Markup(title)) };
        foreach (var heading in headings)
        {
            var column = new TableColumn(SafeText.Markup(heading.TrimEnd('#')));
            table.AddColumn(heading.EndsWith('#') ? column.RightAligned() : column);
        }

        return table;
    }

    /// <summary>Adds a row.</summary>
    public static void Row(this Table table, params string[] cells) => table.AddRow([.. cells.Select(cell => new Markup(SafeText.Markup(cell, 160)))]);

    /// <summary>A list of names and values.</summary>
    public static void Pairs(IAnsiConsole console, string title, IEnumerable<(string Name, string Value)> pairs)
    {
        var table = Of(title, "", "#");
        table.ShowHeaders = false;
        foreach (var (name, value) in pairs)
        {
            table.Row(name, value);
        }

        console.Write(table);
    }
}
