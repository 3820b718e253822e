using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;
using OMem.Evaluation;

namespace OMem.Cli.Commands;

/// <summary><c>omem eval retrieval</c>: how much of the evidence each system brings back.</summary>
internal static class EvalRetrievalCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var options = new EvalRetrievalOptions();
        var command = new Command("retrieval", "Ask every question of a data set and count the evidence that comes back, beside baselines.");
        options.AddTo(command);
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            using var embeddings = EmbeddingsFactory.Create(context.Settings);
            var report = await RunAsync(context, options.Read(context) with { Embeddings = embeddings }, cancellationToken);
            await options.Files(context).WriteAsync(report, cancellationToken);
            host.Out.Write(options.JsonToOutput(context) ? report.ToJson() : report.ToMarkdown().TrimEnd('\n') + "\n");
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<RetrievalReport> RunAsync(CommandContext context, RetrievalOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await ProgressDisplay.RunAsync(
                context, bars => RetrievalEvaluation.RunAsync(options, new EvaluationBar(bars.Start("evaluating")), cancellationToken));
        }
        catch (InvalidDatasetException fault)
        {
            throw new UsageException(fault.Message, fault);
        }
        catch (ArgumentException fault)
        {
            // The framework's own tail about the parameter means nothing on a command line.
            throw new UsageException(fault.Message.Split(" (Parameter '", 2)[0], fault);
        }
    }

    private sealed class EvaluationBar(IProgress<double> bar) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => bar.Report(value.Total == 0 ? 0 : (double)value.Done / value.Total);
    }
}
