using System.CommandLine;
using OMem.ChatClients;
using OMem.Cli.Hosting;
using OMem.Cli.Llm;
using OMem.Cli.Output;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem llm</c>: which language models are used, and whether they work.</summary>
internal static class LlmCommand
{
    private const string Advice = "No language model is named: OMem works without one. Name one with --llm-endpoint URL --llm-model NAME, OMEM_LLM_* or omem.json.";

    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("llm", "Show which language models are used for what, and check that they work.");
        command.Subcommands.Add(CreateCheck(host, globals));
        command.Subcommands.Add(CreateShow(host, globals));
        return command;
    }

    private static Command CreateCheck(CliHost host, GlobalOptions globals)
    {
        var command = new Command("check", "Ask each model five short questions: does it answer, in structure, in a stream, how fast. Costs about 200 tokens.");
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            using var models = context.Settings.Llm.CreateModels(host.Time);
            if (models.Models.Count == 0)
            {
                throw new UsageException(Advice);
            }

            if (context.Settings.Llm.Models is { ReplayFolder: not null, RecordFolder: null })
            {
                throw new UsageException("With --llm-replay no model is asked: there is nothing to check.");
            }

            var checks = await models.CheckAsync(cancellationToken);
            var judged = checks.Select(check => LlmCheckOutput.From(check)).ToList();
            if (context.Json)
            {
                JsonText.Write(host.Out, judged, OutputJson.Readable.IReadOnlyListLlmCheckOutput);
            }
            else
            {
                LlmView.WriteChecks(context.Out, judged);
            }

            foreach (var check in judged.Where(check => check.Error is not null))
            {
                ErrorReport.WriteMessage(host, context.NoColor, check.Error!);
            }

            return judged.TrueForAll(check => check.Ok) ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }

    private static Command CreateShow(CliHost host, GlobalOptions globals)
    {
        var command = new Command("show", "Print what each role uses, and whether its key is set. Keys themselves are never shown.");
        command.Runs(host, globals, (context, _) =>
        {
            using var models = context.Settings.Llm.CreateModels(host.Time);
            var shown = LlmShowOutput.From(models.Models, context.Settings.Llm);
            if (context.Json)
            {
                JsonText.Write(host.Out, shown, OutputJson.Readable.LlmShowOutput);
            }
            else if (models.Models.Count == 0)
            {
                context.Out.Profile.Out.Writer.Write(Advice + "\n");
            }
            else
            {
                LlmView.WriteModels(context.Out, shown);
            }

            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }
}
