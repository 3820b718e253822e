using System.CommandLine;
using OMem.Cli.Output;
using OMem.Cli.Settings;
using Spectre.Console;

namespace OMem.Cli.Hosting;

/// <summary>What the action of one command works with. Everything is made when it is first asked for.</summary>
internal sealed class CommandContext(CliHost host, ParseResult parsed, GlobalOptions globals)
{
    private readonly Lazy<CliSettings> _settings = new(() => SettingsResolver.Resolve(host, parsed, globals));
    private readonly Lazy<IAnsiConsole> _out = new(() => Terminals.Out(host, parsed.GetValue(globals.NoColor)));
    private readonly Lazy<IAnsiConsole> _error = new(() => Terminals.Error(host, parsed.GetValue(globals.NoColor)));

    /// <summary>The outside world.</summary>
    public CliHost Host => host;

    /// <summary>The parsed command line.</summary>
    public ParseResult Parsed => parsed;

    /// <summary>Whether JSON is wanted.</summary>
    public bool Json => parsed.GetValue(globals.Json);

    /// <summary>Whether colours were refused on the command line.</summary>
    public bool NoColor => parsed.GetValue(globals.NoColor);

    /// <summary>Whether the data directory was given on the command line.</summary>
    public bool DataIsGiven => parsed.GetResult(globals.Data) is { Implicit: false };

    /// <summary>The settings shared by all commands.</summary>
    public CliSettings Settings => _settings.Value;

    /// <summary>The console for data.</summary>
    public IAnsiConsole Out => _out.Value;

    /// <summary>The console for progress and notes.</summary>
    public IAnsiConsole Error => _error.Value;

    /// <summary>The value of an option.</summary>
    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    /// <summary>The value of an argument.</summary>
    public T? Get<T>(Argument<T> argument) => parsed.GetValue(argument);
}
