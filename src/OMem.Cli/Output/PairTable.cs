using System.Globalization;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>A plain table of names and values.</summary>
internal sealed class PairTable
{
    /// <summary>The table.</summary>
    public Grid Table { get; } = new Grid()
        .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) })
        .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });

    /// <summary>A whole number with thin groups: <c>12,345</c>.</summary>
    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A size: <c>1.4 MB</c>.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes.ToString(CultureInfo.InvariantCulture)} bytes",
        < 1_000_000 => (bytes / 1e3).ToString("0.#", CultureInfo.InvariantCulture) + " kB",
        < 1_000_000_000 => (bytes / 1e6).ToString("0.#", CultureInfo.InvariantCulture) + " MB",
        _ => (bytes / 1e9).ToString("0.#", CultureInfo.InvariantCulture) + " GB",
    };

    /// <summary>Adds a row; the value is escaped.</summary>
    public PairTable Add(string name, string value, string? colour = null)
    {
        var text = SafeText.Markup(value);
        Table.AddRow($"[dim]{Markup.Escape(name)}[/]", colour is null ? text : $"[{colour}]{text}[/]");
        return this;
    }
}
