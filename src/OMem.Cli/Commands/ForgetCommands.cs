using System.CommandLine;
using OMem.Cli.Forgetting;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem forget</c> and <c>omem erase</c>: what is no longer to be known.</summary>
internal static class ForgetCommands
{
    /// <summary>Makes <c>forget</c>.</summary>
    public static Command CreateForget(CliHost host, GlobalOptions globals)
    {
        var options = new SelectionOptions();
        var command = new Command("forget", "Hide messages and what was concluded from them, after showing what it takes; 'omem undo' brings them back. Example: omem forget --session trip --dry-run");
        options.AddTo(command);
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            var selection = options.Selection(context);
            await using var session = await MemorySession.OpenAsync(context, cancellationToken);
            return await DecidedAsync(context, options, session, selection, "Forget this?", cancellationToken) is not { } preview
                ? ExitCodes.Done
                : await ForgetAsync(preview);

            async Task<int> ForgetAsync(ForgetPreview preview)
            {
                var result = await session.Memory.ForgetAsync(selection, options.Note(context, "forget"), preview.Fingerprint, cancellationToken);
                context.Show(result, static json => json.ForgetResult, ForgettingView.Write);
                return ExitCodes.Done;
            }
        });
        return command;
    }

    /// <summary>Makes <c>erase</c>.</summary>
    public static Command CreateErase(CliHost host, GlobalOptions globals)
    {
        var options = new SelectionOptions();
        var verify = OptionFactory.Switch("--verify", "Search every byte of the store's files afterwards for what was erased; exit code 1 when any of it is found.");
        var receiptPath = OptionFactory.Text("--receipt", "FILE", "Write the receipt there, as one line of JSON. The file must not be there yet.");
        var command = new Command(
            "erase", "Remove messages and everything that came of them from the store for good, after showing what it takes. Nothing brings them back. Example: omem erase --all --verify --receipt erased.json");
        options.AddTo(command);
        command.Options.Add(verify);
        command.Options.Add(receiptPath);
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            var selection = options.Selection(context);
            await using var session = await MemorySession.OpenAsync(context, cancellationToken);
            if (await DecidedAsync(context, options, session, selection, "Erase this for good?", cancellationToken) is not { } preview)
            {
                return ExitCodes.Done;
            }

            using var file = context.Get(receiptPath) is { } path ? ReceiptFile.Create(context, path) : null;
            var receipt = await ProgressDisplay.RunAsync(context, async bars =>
            {
                bars.Start("erasing");
                var done = await session.Memory.EraseAsync(
                    selection, options.Note(context, "erase"), new EraseOptions { Fingerprint = preview.Fingerprint, Verify = context.Get(verify) }, cancellationToken);
                file?.Write(done);
                return done;
            });
            context.Show(receipt, static json => json.EraseReceipt, ForgettingView.Write);
            await ReadAgainAsync(context, session, receipt, cancellationToken);
            return receipt.IsClean && receipt.FoundFragments is null or 0 ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }

    /// <summary>Shows what it takes and asks.</summary>
    /// <returns>What was shown; null when nothing is to be done.</returns>
    private static async Task<ForgetPreview?> DecidedAsync(
        CommandContext context, SelectionOptions options, MemorySession session, MemorySelection selection, string question, CancellationToken cancellationToken)
    {
        var preview = await session.Memory.PreviewForgetAsync(selection, cancellationToken);
        if (options.IsDryRun(context))
        {
            context.Show(preview, static json => json.ForgetPreview, ForgettingView.WritePreview);
            return null;
        }

        if (options.IsSure(context))
        {
            return preview;
        }

        ForgettingView.WritePreview(context.Error, preview);
        if (await Question.AskAsync(context, question, cancellationToken))
        {
            return preview;
        }

        await context.Host.Error.WriteLineAsync("Nothing was changed.");
        return null;
    }

    /// <summary>What rested on other messages too is read again from those.</summary>
    private static async Task ReadAgainAsync(CommandContext context, MemorySession session, EraseReceipt receipt, CancellationToken cancellationToken)
    {
        if (receipt.ReadAgain == 0)
        {
            return;
        }

        try
        {
            await session.Memory.FlushAsync(progress: null, cancellationToken);
        }
        catch (ModelException fault)
        {
            await context.Host.Error.WriteLineAsync($"It is erased. {receipt.ReadAgain} other messages wait to be read again: {fault.Message} 'omem flush' does so.");
        }
    }
}
