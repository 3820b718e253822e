using System.CommandLine;
using System.Globalization;
using OMem.Cli.Hosting;
using OMem.Cli.Import;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem undo</c> and <c>omem redo</c>: back and forward in what is believed.</summary>
internal static class UndoCommands
{
    /// <summary>Makes <c>undo</c>.</summary>
    public static Command CreateUndo(CliHost host, GlobalOptions globals)
    {
        var entry = Entry("The ledger position to undo; 'omem history' shows them.");
        var since = OptionFactory.Text("--since", "TIME|SEQ", "Undo everything recorded at or after this time, or from this ledger position on.");
        var cascade = OptionFactory.Switch("--cascade", "Also undo later entries that depend on it.");
        var command = new Command("undo", "Undo one change of what is believed, or everything since a point; the undo is a new entry.") { entry, since, cascade };
        command.Rules(host, globals, (memory, context, note, cancellationToken) =>
        {
            var point = context.Get(since);
            return memory.UndoAsync(
                new UndoRequest
                {
                    Entry = context.Get(entry),
                    After = Position(point) is { } position ? position - 1 : null,
                    Since = point is not null && Position(point) is null ? Time(point) : null,
                    Cascade = context.Get(cascade),
                    Note = note,
                },
                cancellationToken);
        });
        return command;
    }

    /// <summary>Makes <c>redo</c>.</summary>
    public static Command CreateRedo(CliHost host, GlobalOptions globals)
    {
        var entry = Entry("The ledger position of the undo; the latest by default.");
        var command = new Command("redo", "Do again what was undone.") { entry };
        command.Rules(host, globals, (memory, context, note, cancellationToken) => memory.RedoAsync(note, context.Get(entry), cancellationToken));
        return command;
    }

    private static Argument<long?> Entry(string description) => new("ENTRY") { Description = description, Arity = ArgumentArity.ZeroOrOne };

    /// <summary>A ledger position: up to nine digits, so that a year is one too; a time is written with a hyphen.</summary>
    private static long? Position(string? point) =>
        point is { Length: < 10 } && long.TryParse(point, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null;

    private static DateTimeOffset Time(string point) => InstantParser.TryParse(point, out var instant)
        ? instant
        : throw new UsageException("--since is neither a ledger position nor an ISO 8601 time such as 2024-05-01 or 2024-05-01T18:30+02:00.");
}
