using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem history</c>: the ledger, every change to what is believed.</summary>
internal static class HistoryCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var item = OptionFactory.Text("--item", "ID", "Only changes of this item and what it superseded.");
        var subject = OptionFactory.Text("--subject", "NAME", "Only changes about this person.");
        var kind = OptionFactory.Text("--kind", "KIND", "Only attribute, fact, topic, cluster or scope.");
        kind.AcceptOnlyFromAmong("attribute", "fact", "topic", "cluster", "scope");
        var operations = OptionFactory.Names("--operation", "OP", "Only these operations:", "add", "ignore", "update", "end", "cluster", "rebuild", "confirm", "correct", "retract", "undo", "redo", "forget", "erase");
        var after = OptionFactory.OptionalNumber("--after", "Only entries after this ledger position.");
        var limit = OptionFactory.OptionalNumber("--limit", "The most entries, oldest first.");
        var asOf = OptionFactory.Instant("--as-of", "Only what was recorded by this time.");
        var validAt = OptionFactory.Instant("--valid-at", "Only changes of what was true of the person at this time.");
        var command = new Command("history", "Show the ledger: every change to what is believed, why and from which words.")
        {
            item, subject, kind, operations, after, limit, asOf, validAt,
        };
        command.Reads<IReadOnlyList<LedgerEntry>>(
            host, globals,
            async (memory, context, cancellationToken) =>
            {
                var query = new HistoryQuery
                {
                    ItemId = context.Get(item),
                    Subject = context.Get(subject),
                    ItemKind = context.Get(kind),
                    Operations = [.. (context.Get(operations) ?? []).Select(name => Enum.Parse<LedgerOperation>(name, ignoreCase: true))],
                    AsOf = context.Get(asOf),
                    ValidAt = context.Get(validAt),
                    After = context.Get(after) ?? 0,
                    Limit = (int?)context.Get(limit),
                };
                return await memory.GetHistoryAsync(query, cancellationToken).ToListAsync(cancellationToken);
            },
            static json => json.IReadOnlyListLedgerEntry, HistoryView.Write);
        return command;
    }
}
