using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem explain</c>: shows why a question brings back what it does, near misses included.</summary>
internal static class ExplainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var question = new RecallOptions();
        var command = new Command("explain", "Show why a question brings back what it does: clues, channels, scores, near misses.");
        question.AddTo(command);
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            await using var session = await MemorySession.OpenAsync(context, cancellationToken);
            var result = await session.Memory.RecallAsync(question.Read(context, trace: true), cancellationToken);
            if (context.Json)
            {
                JsonText.Write(host.Out, RecallOutput.From(result, elapsed: null), OutputJson.Readable.RecallOutput);
            }
            else
            {
                var texts = result.Items.GroupBy(item => item.Id, StringComparer.Ordinal)
                    .ToDictionary(group => group.Key, group => group.First().Text, StringComparer.Ordinal);
                TraceView.Write(context.Out, result, texts);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
