using System.CommandLine;
using Sentinel.Cli.Commands;
using Sentinel.Cli.Settings;

namespace Sentinel.Cli.Hosting;

/// <summary>The command tree.</summary>
internal static class SentinelRootCommand
{
    /// <summary>The name of the program.</summary>
    public const string Name = "sentinel";

    private const string About = """
        A crypto trading agent system that remembers its trader. Simulation and paper trading only: no order leaves this machine.

        Exit codes: 0 done, 1 failed, 2 bad usage or bad input, 130 cancelled.
        Settings come from options, then SENTINEL_* environment variables.
        """;

    private static readonly Func<CliHost, GlobalOptions, Command>[] Commands =
    [
        DemoCommand.Create,
        ProfileCommand.Create,
        EventsCommand.Create,
        ReplayCommand.Create,
        RunCommand.Create,
        WhyCommand.Create,
        JournalCommand.Create,
        BenchCommand.Create,
        ExperimentCommand.Create,
    ];

    /// <summary>Makes the tree.</summary>
    public static RootCommand Create(CliHost host)
    {
        var root = new RootCommand(About) { HelpName = Name };
        var globals = new GlobalOptions();
        globals.AddTo(root);
        foreach (var create in Commands)
        {
            root.Subcommands.Add(create(host, globals));
        }

        return root;
    }
}
