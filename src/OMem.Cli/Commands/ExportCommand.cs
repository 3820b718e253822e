using System.CommandLine;
using OMem.Cli.Export;
using OMem.Cli.Hosting;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem export</c>: writes the log as JSON Lines.</summary>
internal static class ExportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var output = OptionFactory.Text("--output", "FILE", "The file to write; standard output by default.");
        output.Aliases.Add("-o");
        var recorded = OptionFactory.Switch("--with-recorded-at", "Also when each message was recorded; two stores then differ.");
        var derived = OptionFactory.Switch("--derived", "Also persona, topics and ledger, as lines with a 'type'; 'remember' passes over them.");
        var full = OptionFactory.Switch("--full", "Everything, without loss: 'import' restores it elsewhere, and an export there has the same bytes.");
        var command = new Command("export", "Write the log as JSON Lines in log order, in the layout 'remember' reads; with --full everything, to be restored.") { output, full, recorded, derived };
        command.Validators.Add(result =>
        {
            if (result.GetValue(full) && (result.GetValue(recorded) || result.GetValue(derived)))
            {
                result.AddError("--full holds everything already; leave out --with-recorded-at and --derived.");
            }
        });
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            await using var session = await MemorySession.OpenAsync(context, cancellationToken);
            await using var target = ExportTarget.Open(host, context.Get(output));
            if (context.Get(full))
            {
                await session.Memory.ExportAsync(target.Bytes, cancellationToken);
                await target.CompleteAsync();
                return ExitCodes.Done;
            }

            var writer = new ExportWriter(target.Writer, context.Get(recorded));
            await foreach (var stored in session.Memory.ReadLogAsync(cancellationToken: cancellationToken))
            {
                writer.Write(stored);
            }

            if (context.Get(derived))
            {
                await writer.WriteDerivedAsync(session.Memory, cancellationToken);
            }

            await target.CompleteAsync();
            return ExitCodes.Done;
        });
        return command;
    }
}
