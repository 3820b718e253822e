using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem recall</c>: asks the memory.</summary>
internal static class RecallCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var question = new RecallOptions();
        var contextOnly = OptionFactory.Switch("--context", "Only the block to put before a model.");
        var trace = OptionFactory.Switch("--trace", "Also how every item came to its score.");
        var timings = OptionFactory.Switch("--timings", "Also how long it took.");
        var command = new Command("recall", "Ask the memory; shows items with citation, time and reason.");
        question.AddTo(command);
        command.Options.Add(contextOnly);
        command.Options.Add(trace);
        command.Options.Add(timings);
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            await using var session = await MemorySession.OpenAsync(context, cancellationToken);
            var started = host.Time.GetTimestamp();
            var result = await session.Memory.RecallAsync(question.Read(context, context.Get(trace)), cancellationToken);
            var elapsed = context.Get(timings) ? host.Time.GetElapsedTime(started) : (TimeSpan?)null;
            Write(context, result, context.Get(contextOnly), elapsed);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(CommandContext context, RecallResult result, bool contextOnly, TimeSpan? elapsed)
    {
        if (context.Json)
        {
            JsonText.Write(context.Host.Out, RecallOutput.From(result, elapsed), OutputJson.Readable.RecallOutput);
        }
        else if (contextOnly)
        {
            context.Host.Out.Write(SafeText.Block(result.Context).TrimEnd('\n') + "\n");
        }
        else
        {
            RecallView.Write(context.Out, result, elapsed);
            if (result.Trace is not null)
            {
                TraceView.Write(context.Out, result);
            }
        }
    }
}
