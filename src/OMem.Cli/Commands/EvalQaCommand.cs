using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Settings;
using OMem.Evaluation;
using OMem.Sqlite;
using OMem.Storage;

namespace OMem.Cli.Commands;

/// <summary><c>omem eval qa</c>: how good answers are, beside baselines with the same reader, embeddings and token budget.</summary>
internal static class EvalQaCommand
{
    private const string NoModel =
        "No language model is configured to {0}. Name one: --llm-endpoint URL --llm-model NAME (or OMEM_LLM_ENDPOINT, OMEM_LLM_MODEL; the key in OMEM_LLM_API_KEY). "
        + "--reader extractive runs without one: it quotes the best sentence, which shows what retrieval alone is worth.";

    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var options = new EvalQaOptions();
        var command = new Command("qa", "Ask every question of a data set, score the answers, and say what they cost, beside baselines.");
        options.AddTo(command);
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            Check(options, context);
            using var embeddings = EvaluationRun.Embeddings(context);
            var run = options.Read(context) with { Embeddings = embeddings, OpenStore = OpenStore };
            var report = await EvaluationRun.RunAsync(context, "evaluating", progress => AnswerEvaluation.RunAsync(run, progress, cancellationToken));
            if (await AnswerReportFiles.WriteAsync(report, run.RunDirectory, cancellationToken) is { } warning)
            {
                host.Error.Write($"warning: {warning}\n");
            }

            host.Out.Write(context.Json ? report.ToJson() : report.ToMarkdown().TrimEnd('\n') + "\n");
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Check(EvalQaOptions options, CommandContext context)
    {
        if (options.NeedsAnswerer(context))
        {
            throw new UsageException(string.Format(System.Globalization.CultureInfo.InvariantCulture, NoModel, "answer"));
        }

        if (options.NeedsJudge(context))
        {
            throw new UsageException(string.Format(System.Globalization.CultureInfo.InvariantCulture, NoModel, "judge"));
        }
    }

    private static IMemoryStore OpenStore(string folder) =>
        new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = Path.Combine(folder, CliSettings.StoreFileName) });
}
