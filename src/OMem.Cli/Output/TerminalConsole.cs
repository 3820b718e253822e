using System.Globalization;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Makes a console for a stream: colours where they are wanted, and a width that a pipe gets the same everywhere. Both programs draw on it.</summary>
internal static class TerminalConsole
{
    /// <summary>Columns of an output that is no terminal, so that a pipe gets the same bytes everywhere.</summary>
    public const int PipeWidth = 120;

    /// <summary>Whether colours are wanted: a terminal that has them, and nobody against it.</summary>
    /// <param name="environment">Reads an environment variable; null when it is not set.</param>
    /// <param name="isTerminal">Whether the output is a terminal.</param>
    /// <param name="noColor">Whether an option speaks against them.</param>
    public static bool WantsColor(Func<string, string?> environment, bool isTerminal, bool noColor)
    {
        if (noColor || !string.IsNullOrEmpty(environment("NO_COLOR")))
        {
            return false;
        }

        return environment("CLICOLOR_FORCE") is { Length: > 0 } and not "0"
            || (isTerminal && environment("TERM") is not "dumb");
    }

    /// <summary>A console on a stream.</summary>
    public static IAnsiConsole Create(TextWriter writer, Func<string, string?> environment, bool isTerminal, bool noColor)
    {
        var color = WantsColor(environment, isTerminal, noColor);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = color ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = color ? ColorSystemSupport.EightBit : ColorSystemSupport.NoColors,
            Interactive = color && isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new FixedOutput(isTerminal ? writer : new TrimmingWriter(writer), isTerminal, Width(environment, isTerminal)),
            EnvironmentVariables = new Dictionary<string, string>(StringComparer.Ordinal),
        });
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Capabilities.Links = false;
        return console;
    }

    private static int Width(Func<string, string?> environment, bool isTerminal)
    {
        if (int.TryParse(environment("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns is >= 40 and <= 1_000)
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
