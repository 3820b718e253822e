using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary>The options of a question, shared by the commands that ask one.</summary>
internal sealed class RecallOptions
{
    private readonly Argument<string[]> _text = CommandInput.Words("TEXT", "The question, in any language.");
    private readonly Option<int> _budget = OptionFactory.Number("--budget", RecallDefaults.TokenBudget, 1, 1_000_000, "The most tokens the items may take together");
    private readonly Option<int> _max = OptionFactory.Number("--max", RecallDefaults.MaxItems, 1, 10_000, "The most items");
    private readonly Option<int> _neighbours = OptionFactory.Number("--neighbours", 0, 0, 10, "Turns before and after each recalled one to add");
    private readonly Option<string?> _speaker = OptionFactory.Text("--speaker", "NAME", "Only what this person said or what is known about them.");
    private readonly Option<string?> _session = OptionFactory.Text("--session", "ID", "Only this session.");
    private readonly Option<DateTimeOffset?> _from = OptionFactory.Instant("--from", "Only what occurred at or after this time.");
    private readonly Option<DateTimeOffset?> _to = OptionFactory.Instant("--to", "Only what occurred before this time.");
    private readonly Option<DateTimeOffset?> _asOf = OptionFactory.Instant("--as-of", "What was believed at this time: nothing learnt later.");
    private readonly Option<DateTimeOffset?> _validAt = OptionFactory.Instant("--valid-at", "What was true of the person at this time.");
    private readonly Option<bool> _superseded = OptionFactory.Switch("--include-superseded", "Also what no longer holds, labelled with its interval.");
    private readonly Option<string[]> _kinds = OptionFactory.Names("--kind", "KIND", "Only this kind of item:", "interaction", "attribute", "fact");

    /// <summary>Adds the argument and the options to a command.</summary>
    public void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Arguments.Add(_text);
        foreach (var option in (Option[])[_budget, _max, _neighbours, _speaker, _session, _from, _to, _asOf, _validAt, _superseded, _kinds])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The question as given.</summary>
    public RecallQuery Read(CommandContext context, bool trace = false)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new RecallQuery(context.Text(_text)!)
        {
            TokenBudget = context.Get(_budget),
            MaxItems = context.Get(_max),
            Neighbours = context.Get(_neighbours),
            Speaker = context.Get(_speaker),
            Session = context.Get(_session),
            From = context.Get(_from),
            To = context.Get(_to),
            AsOf = context.Get(_asOf),
            ValidAt = context.Get(_validAt),
            IncludeSuperseded = context.Get(_superseded),
            Kinds = [.. (context.Get(_kinds) ?? []).Select(kind => Enum.Parse<RecallItemKind>(kind, ignoreCase: true))],
            IncludeTrace = trace,
        };
    }
}
