using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary>Gives a command that decides what is believed its action, with the options that say who decides and why.</summary>
internal static class RulingAction
{
    public static void Rules(
        this Command command,
        CliHost host,
        GlobalOptions globals,
        Func<IMemory, CommandContext, CorrectionNote, CancellationToken, Task<CorrectionResult>> rule)
    {
        var by = OptionFactory.Text("--by", "NAME", "Who decides; the user of this machine by default.");
        var reason = OptionFactory.Text("--reason", "TEXT", "Why, for the ledger.");
        command.Options.Add(by);
        command.Options.Add(reason);
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            await using var session = await MemorySession.OpenAsync(context, cancellationToken);
            var user = host.Environment("USER") ?? host.Environment("USERNAME");
            var note = new CorrectionNote(
                context.Get(by) ?? (string.IsNullOrWhiteSpace(user) ? "command line" : user), context.Get(reason) ?? $"omem {command.Name}, no reason given");
            context.Show(await rule(session.Memory, context, note, cancellationToken), static json => json.CorrectionResult, CorrectionView.Write);
            return ExitCodes.Done;
        });
    }
}
