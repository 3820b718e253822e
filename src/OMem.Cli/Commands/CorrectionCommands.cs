using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem confirm</c>, <c>correct</c> and <c>retract</c>: what a person knows better.</summary>
internal static class CorrectionCommands
{
    /// <summary>Makes <c>confirm</c>.</summary>
    public static Command CreateConfirm(CliHost host, GlobalOptions globals)
    {
        var id = Id();
        var command = new Command("confirm", "Say that an attribute or fact is right: it becomes certain.") { id };
        command.Rules(host, globals, (memory, context, note, cancellationToken) => memory.ConfirmAsync(context.Get(id)!, note, cancellationToken));
        return command;
    }

    /// <summary>Makes <c>correct</c>.</summary>
    public static Command CreateCorrect(CliHost host, GlobalOptions globals)
    {
        var id = Id();
        var value = OptionFactory.Text("--value", "TEXT", "The right value; for a fact the right sentence.");
        var text = OptionFactory.Text("--text", "TEXT", "The right sentence; by default the old one with the new value in it.");
        var polarity = OptionFactory.Text("--polarity", "WHICH", "positive or negative.");
        polarity.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "positive", "negative");
        var from = OptionFactory.Instant("--valid-from", "From when it is true.");
        var to = OptionFactory.Instant("--valid-to", "For a fact: the end of when it happened.");
        var command = new Command("correct", "Put what is right in the place of an attribute or fact that was wrong; a rebuild keeps it.")
        {
            id, value, text, polarity, from, to,
        };
        command.Rules(host, globals, (memory, context, note, cancellationToken) =>
        {
            var replacement = new Replacement
            {
                Value = context.Get(value),
                Text = context.Get(text),
                Polarity = context.Get(polarity) is { } word ? Enum.Parse<Polarity>(word, ignoreCase: true) : null,
                ValidFrom = context.Get(from),
                ValidTo = context.Get(to),
            };
            return memory.CorrectAsync(context.Get(id)!, replacement, note, cancellationToken);
        });
        return command;
    }

    /// <summary>Makes <c>retract</c>.</summary>
    public static Command CreateRetract(CliHost host, GlobalOptions globals)
    {
        var id = Id();
        var command = new Command("retract", "Take an attribute or fact back: it was never true, and nothing said so far brings it back.") { id };
        command.Rules(host, globals, (memory, context, note, cancellationToken) => memory.RetractAsync(context.Get(id)!, note, cancellationToken));
        return command;
    }

    private static Argument<string> Id() => new("ID") { Description = "The id of the attribute or fact; 'omem persona --json' shows them." };
}
