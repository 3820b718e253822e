using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem quarantine</c>: what is held back because of who said it; <c>release</c> and <c>discard</c> decide about it.</summary>
internal static class QuarantineCommand
{
    private const int MostItems = 100_000;

    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("quarantine", """
            Show what was concluded from assistants, tools, documents and feeds and is held back: no part of the persona or of a recall, until the person
            says the same, enough independent sources do, or somebody releases it.
            """);
        List(command, host, globals);
        command.Subcommands.Add(ListCommand(host, globals));
        command.Subcommands.Add(Ruling(
            "release", "Believe something that is held back; it takes the place of what it contradicts.", host, globals,
            static (memory, id, note, cancellationToken) => memory.ConfirmAsync(id, note, cancellationToken)));
        command.Subcommands.Add(Ruling(
            "discard", "Let go of something that is held back; nothing said so far brings it back.", host, globals,
            static (memory, id, note, cancellationToken) => memory.RetractAsync(id, note, cancellationToken)));
        return command;
    }

    private static Command ListCommand(CliHost host, GlobalOptions globals)
    {
        var command = new Command("list", "The same list.");
        List(command, host, globals);
        return command;
    }

    private static void List(Command command, CliHost host, GlobalOptions globals)
    {
        var subject = OptionFactory.Text("--subject", "NAME", "Only what is about this person.");
        var limit = OptionFactory.Number("--limit", 100, 1, MostItems, "At most so many, the latest first");
        command.Options.Add(subject);
        command.Options.Add(limit);
        command.Reads(
            host, globals,
            (memory, context, cancellationToken) => memory.GetQuarantineAsync(new QuarantineQuery { Subject = context.Get(subject), Limit = context.Get(limit) }, cancellationToken),
            static json => json.IReadOnlyListQuarantinedItem, QuarantineView.Write);
    }

    private static Command Ruling(
        string name, string description, CliHost host, GlobalOptions globals, Func<IMemory, string, CorrectionNote, CancellationToken, Task<CorrectionResult>> rule)
    {
        var id = new Argument<string>("ID") { Description = "The id of what is held back; 'omem quarantine' shows it." };
        var command = new Command(name, description) { id };
        command.Rules(host, globals, async (memory, context, note, cancellationToken) =>
        {
            var given = context.Get(id)!;
            var held = await memory.GetQuarantineAsync(cancellationToken: cancellationToken);
            return held.Any(item => string.Equals(item.Item.Id, given, StringComparison.Ordinal))
                ? await rule(memory, given, note, cancellationToken)
                : throw new CorrectionException(CorrectionFault.UnknownItem, $"Nothing with the id '{given}' is held back. 'omem quarantine' shows what is; 'omem confirm' and 'omem retract' decide about what is believed.");
        });
        return command;
    }
}
