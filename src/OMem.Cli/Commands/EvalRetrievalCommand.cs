using System.CommandLine;
using OMem.Cli.Hosting;
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
            using var embeddings = EvaluationRun.Embeddings(context);
            var retrieval = options.Read(context) with { Embeddings = embeddings };
            var report = await EvaluationRun.RunAsync(
                context,
                options.LeaveOneOut(context) ? "learning and evaluating" : "evaluating",
                progress => options.LeaveOneOut(context)
                    ? LeaveOneOutAsync(retrieval, progress, cancellationToken)
                    : RetrievalEvaluation.RunAsync(retrieval, progress, cancellationToken));
            await options.Files(context).WriteAsync(report, cancellationToken);
            if (options.Files(context).Plot is not null && PlotFonts.Find() is null)
            {
                host.Error.Write($"warning: {PlotFonts.Warning}\n");
            }

            host.Out.Write(options.JsonToOutput(context) ? report.ToJson() : report.ToMarkdown().TrimEnd('\n') + "\n");
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>Each conversation with weights learnt on the others: what the method is worth on chats it has not seen.</summary>
    private static async Task<RetrievalReport> LeaveOneOutAsync(
        RetrievalOptions retrieval, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken)
    {
        var result = await WeightTuner.RunAsync(new TuningOptions { Retrieval = retrieval, LeaveOneOut = true }, progress, cancellationToken);
        return result.LeaveOneOut!;
    }
}
