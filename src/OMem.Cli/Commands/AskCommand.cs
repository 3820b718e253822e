using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem ask</c>: answers a question from the memory with one model call.</summary>
internal static class AskCommand
{
    private const int DefaultAnswerTokens = 500;

    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var question = new RecallOptions();
        var choices = new Option<string[]>("--choice")
        {
            HelpName = "TEXT",
            Description = "An option of a multiple-choice question; give it once for each, in order.",
        };
        var most = OptionFactory.Number("--max-answer-tokens", DefaultAnswerTokens, 1, 100_000, "The most tokens of the answer");
        var askedAt = OptionFactory.Instant("--asked-at", "When the question is asked; default: the time of the latest message recalled.");
        var command = new Command("ask", "Answer a question from the memory: one recall, one call of the configured language model. Cites messages; says so when nothing is known.");
        question.AddTo(command);
        foreach (var option in (Option[])[choices, most, askedAt])
        {
            command.Options.Add(option);
        }

        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            var query = new AskQuery(question.Read(context))
            {
                Choices = context.Get(choices) ?? [],
                MaxAnswerTokens = context.Get(most),
                AskedAt = context.Get(askedAt),
            };
            await using var session = await MemorySession.OpenAsync(context, cancellationToken);
            try
            {
                await AnswerAsync(context, session.Memory, query, cancellationToken);
            }
            catch (ModelException fault) when (fault.Fault is ModelFault.NotConfigured)
            {
                throw new CommandFailedException($"{fault.Message} Name one with --llm-endpoint and --llm-model, or in the settings ('omem llm check' tries it).", fault);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task AnswerAsync(CommandContext context, IMemory memory, AskQuery query, CancellationToken cancellationToken)
    {
        if (context.Json)
        {
            JsonText.Write(context.Host.Out, AskOutput.From(await memory.AskAsync(query, cancellationToken)), OutputJson.Readable.AskOutput);
            return;
        }

        var started = context.Host.Time.GetTimestamp();
        await foreach (var update in memory.AskStreamingAsync(query, cancellationToken))
        {
            context.Host.Out.Write(SafeText.Block(update.Text));
            if (update.Answer is { } answer)
            {
                context.Host.Out.Write(answer.IsAbstention ? answer.Text + "\n" : "\n");
                AskView.Write(context.Out, answer, context.Host.Time.GetElapsedTime(started));
            }
        }
    }
}
