using System.CommandLine;
using System.Text.Json.Nodes;
using Sentinel.Cli.Output;
using Sentinel.Cli.Settings;
using Spectre.Console;

namespace Sentinel.Cli.Hosting;

/// <summary>What the action of one command works with.</summary>
internal sealed class CommandContext(CliHost host, ParseResult parsed, GlobalOptions globals)
{
    private readonly Lazy<IAnsiConsole> _out = new(() => Terminals.Out(host, parsed.GetValue(globals.NoColor)));
    private readonly Lazy<IAnsiConsole> _error = new(() => Terminals.Error(host, parsed.GetValue(globals.NoColor)));

    /// <summary>The outside world.</summary>
    public CliHost Host => host;

    /// <summary>The options of all commands.</summary>
    public GlobalOptions Globals => globals;

    /// <summary>Whether JSON is wanted.</summary>
    public bool Json => parsed.GetValue(globals.Json);

    /// <summary>Whether colours were refused.</summary>
    public bool NoColor => parsed.GetValue(globals.NoColor);

    /// <summary>The console for data.</summary>
    public IAnsiConsole Out => _out.Value;

    /// <summary>The console for progress and notes.</summary>
    public IAnsiConsole Error => _error.Value;

    /// <summary>The value of an option.</summary>
    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    /// <summary>The value of an argument.</summary>
    public T? Get<T>(Argument<T> argument) => parsed.GetValue(argument);

    /// <summary>An option, else a variable.</summary>
    public string? Setting(Option<string?> option, string variable) =>
        Get(option) is { Length: > 0 } given ? given : host.Environment(variable) is { Length: > 0 } found ? found : null;

    /// <summary>Says something beside the data.</summary>
    public void Note(string text) => host.Error.Write(SafeText.Block(text) + "\n");

    /// <summary>Writes JSON as the only data.</summary>
    public void Write(JsonNode json) => host.Out.Write(json.ToJsonString(Output.JsonFormat.Readable) + "\n");
}
