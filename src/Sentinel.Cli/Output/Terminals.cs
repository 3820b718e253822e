using System.Globalization;
using Sentinel.Cli.Hosting;
using Spectre.Console;

namespace Sentinel.Cli.Output;

/// <summary>Makes the consoles commands draw on.</summary>
internal static class Terminals
{
    /// <summary>Columns of an output that is no terminal, so that a pipe gets the same bytes everywhere.</summary>
    public const int PipeWidth = 120;

    /// <summary>The console for data.</summary>
    public static IAnsiConsole Out(CliHost host, bool noColor) => Create(host, host.Out, host.OutIsTerminal, noColor);

    /// <summary>The console for progress and errors.</summary>
    public static IAnsiConsole Error(CliHost host, bool noColor) => Create(host, host.Error, host.ErrorIsTerminal, noColor);

    /// <summary>Whether colours are wanted: a terminal that has them, and nobody against it.</summary>
    public static bool WantsColor(CliHost host, bool isTerminal, bool noColor)
    {
        if (noColor || !string.IsNullOrEmpty(host.Environment("NO_COLOR")))
        {
            return false;
        }

        return host.Environment("CLICOLOR_FORCE") is { Length: > 0 } and not "0"
            || (isTerminal && host.Environment("TERM") is not "dumb");
    }

    private static IAnsiConsole Create(CliHost host, TextWriter writer, bool isTerminal, bool noColor)
    {
        var color = WantsColor(host, isTerminal, noColor);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = color ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = color ? ColorSystemSupport.EightBit : ColorSystemSupport.NoColors,
            Interactive = color && isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new FixedOutput(isTerminal ? writer : new TrimmingWriter(writer), isTerminal, Width(host, isTerminal)),
            EnvironmentVariables = new Dictionary<string, string>(StringComparer.Ordinal),
        });
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Capabilities.Links = false;
        return console;
    }

    private static int Width(CliHost host, bool isTerminal)
    {
        if (int.TryParse(host.Environment("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns is >= 40 and <= 1_000)
        {
            return columns;
        }

        return isTerminal && Console.WindowWidth is > 0 and var width ? width : PipeWidth;
    }

    private sealed class FixedOutput(TextWriter writer, bool isTerminal, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => isTerminal;

        public int Width => width;

        public int Height => 50;

        public void SetEncoding(System.Text.Encoding encoding)
        {
            // The writer's encoding is UTF-8 for good.
        }
    }
}
