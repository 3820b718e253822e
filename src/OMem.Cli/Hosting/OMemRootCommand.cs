using System.CommandLine;
using OMem.Cli.Commands;
using OMem.Cli.Settings;

namespace OMem.Cli.Hosting;

/// <summary>The command tree. Cheap to make: nothing heavy is touched before a command runs.</summary>
internal static class OMemRootCommand
{
    /// <summary>The name of the program.</summary>
    public const string Name = "omem";

    private const string About = """
        Long-term memory of a person for LLM agents: build it from chats, ask it, look inside.

        Exit codes: 0 done, 1 failed, 2 bad usage or bad input, 130 cancelled.
        Settings come from options, then OMEM_* environment variables, then omem.json.
        """;

    private static readonly Func<CliHost, GlobalOptions, Command>[] Commands =
    [
        DemoCommand.Create,
        RememberCommand.Create,
        ImportCommand.Create,
        RecallCommand.Create,
        AskCommand.Create,
        PersonaCommand.Create,
        QuarantineCommand.Create,
        TopicsCommand.Create,
        EpisodesCommand.Create,
        HistoryCommand.Create,
        CorrectionCommands.CreateConfirm,
        CorrectionCommands.CreateCorrect,
        CorrectionCommands.CreateRetract,
        UndoCommands.CreateUndo,
        UndoCommands.CreateRedo,
        ForgetCommands.CreateForget,
        ForgetCommands.CreateErase,
        RetentionCommand.Create,
        ExplainCommand.Create,
        PolicyCommand.Create,
        StatusCommand.Create,
        StatsCommand.Create,
        DoctorCommand.Create,
        LlmCommand.Create,
        RebuildCommand.CreateFlush,
        RebuildCommand.Create,
        ExportCommand.Create,
        KeyCommand.Create,
        EncryptCommands.CreateEncrypt,
        EncryptCommands.CreateDecrypt,
        EvalCommand.Create,
        BenchCommand.Create,
        CompletionCommand.Create,
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
