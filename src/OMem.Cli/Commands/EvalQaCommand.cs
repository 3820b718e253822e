using System.CommandLine;
using OMem.ChatClients;
using OMem.Cli.Hosting;
using OMem.Cli.Settings;
using OMem.Evaluation;
using OMem.Sqlite;

namespace OMem.Cli.Commands;

/// <summary><c>omem eval qa</c>: how good answers are, beside baselines with the same reader, embeddings and token budget.</summary>
internal static class EvalQaCommand
{
    private const string HowToName =
        "Name one: --llm-endpoint URL --llm-model NAME, or OMEM_LLM_ENDPOINT and OMEM_LLM_MODEL, or llm in omem.json; the key comes from OMEM_LLM_API_KEY.";

    private const string WithoutModel = "--reader extractive runs without one: it quotes the best sentence, which shows what retrieval alone is worth.";

    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var options = new EvalQaOptions();
        var command = new Command("qa", "Ask every question of a data set, score the answers, and say what they cost, beside baselines.");
        options.AddTo(command);
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            using var models = context.Settings.Llm.CreateModels(host.Time);
            var run = options.Read(context) with { OpenStore = OpenStore };
            run = WithModels(run, options, context, models);
            using var embeddings = EvaluationRun.Embeddings(context);
            run = run with { Embeddings = embeddings };
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

    /// <exception cref="UsageException">A model is asked for that is not configured.</exception>
    private static AnswerRunOptions WithModels(AnswerRunOptions run, EvalQaOptions options, CommandContext context, ChatModels models)
    {
        var memory = models.ToMemoryModels();
        if (options.NeedsJudge(context))
        {
            run = run with { Judge = models.For(ModelRole.Judge) ?? throw new UsageException($"No language model is configured to judge. {HowToName}") };
        }

        if (!options.NeedsAnswerer(context))
        {
            return run with { Models = memory with { Answerer = null } };
        }

        return run with
        {
            Answerer = models.For(ModelRole.Answerer) ?? throw new UsageException($"No language model is configured to answer. {HowToName}\n{WithoutModel}"),
            Models = memory,
        };
    }

    private static SqliteMemoryStore OpenStore(string folder) =>
        new(new SqliteMemoryStoreOptions { Path = Path.Combine(folder, CliSettings.StoreFileName) });
}
