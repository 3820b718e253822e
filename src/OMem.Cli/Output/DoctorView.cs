using OMem.Cli.Doctor;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws the doctor's checks.</summary>
internal static class DoctorView
{
    /// <summary>Draws each check with what was found and what to do.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<DoctorCheck> checks)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(checks);
        var grid = new Grid()
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) })
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        foreach (var check in checks)
        {
            grid.AddRow(new Markup(State(check.State)), new Markup($"[bold]{SafeText.Markup(check.Name)}[/]"), new Markup(SafeText.Markup(check.Detail)));
            if (check.Advice is not null)
            {
                grid.AddRow(new Markup(""), new Markup(""), new Markup($"[dim]→ {SafeText.Markup(check.Advice)}[/]"));
            }
        }

        console.Write(grid);
    }

    private static string State(CheckState state) => state switch
    {
        CheckState.Ok => "[green]ok[/]",
        CheckState.Warn => "[yellow]warn[/]",
        CheckState.Fail => "[red]fail[/]",
        _ => throw new InvalidOperationException($"Unknown state {state}."),
    };
}
