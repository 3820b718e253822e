using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Settings;

namespace OMem.Cli.Forgetting;

/// <summary>The options that say which messages to forget or erase, who decides and why, and whether to ask.</summary>
internal sealed class SelectionOptions
{
    private const int MostFound = 10_000;

    private readonly Argument<string[]> _ids = new("ID") { Description = "Ids of messages.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> _sessions = Texts("--session", "NAME", "Messages of this session; may be repeated.");
    private readonly Option<string[]> _topics = Texts("--topic", "ID", "Messages of this topic ('omem topics --json' shows the ids); may be repeated.");
    private readonly Option<DateTimeOffset?> _from = OptionFactory.Instant("--from", "What was said at or after this time.");
    private readonly Option<DateTimeOffset?> _to = OptionFactory.Instant("--to", "What was said before this time.");
    private readonly Option<string?> _query = OptionFactory.Text("--query", "TEXT", "The messages that a recall of this text brings and that say at least half of its words.");
    private readonly Option<int> _limit = OptionFactory.Number("--limit", 10, 1, MostFound, "The most messages of --query");
    private readonly Option<bool> _all = OptionFactory.Switch("--all", "Everything this memory holds.");
    private readonly Option<bool> _dryRun = OptionFactory.Switch("--dry-run", "Only show what it would take.");
    private readonly Option<bool> _yes = OptionFactory.Switch("--yes", "Do not ask; for scripts.");
    private readonly Option<string?> _by = OptionFactory.Text("--by", "NAME", "Who decides; the user of this machine by default.");
    private readonly Option<string?> _reason = OptionFactory.Text("--reason", "TEXT", "Why, for the ledger and the receipt. Name nothing in it of what is to be gone.");

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_ids);
        foreach (var option in (Option[])[_sessions, _topics, _from, _to, _query, _limit, _all, _dryRun, _yes, _by, _reason])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Whether only to show it.</summary>
    public bool IsDryRun(CommandContext context) => context.Get(_dryRun);

    /// <summary>Whether not to ask.</summary>
    public bool IsSure(CommandContext context) => context.Get(_yes);

    /// <summary>What was selected.</summary>
    /// <exception cref="UsageException">Nothing was, or everything and something.</exception>
    public MemorySelection Selection(CommandContext context)
    {
        var selection = new MemorySelection
        {
            Interactions = context.Get(_ids) ?? [],
            Sessions = context.Get(_sessions) ?? [],
            Topics = context.Get(_topics) ?? [],
            From = context.Get(_from),
            To = context.Get(_to),
            Query = context.Get(_query),
            QueryLimit = context.Get(_limit),
            Everything = context.Get(_all),
        };
        var byField = selection is not { Interactions.Count: 0, Sessions.Count: 0, Topics.Count: 0, From: null, To: null, Query: null };
        return byField != selection.Everything
            ? selection
            : throw new UsageException(byField
                ? "--all takes everything: leave out the other options."
                : "Say what to take: ids, --session, --topic, --from and --to, --query, or --all. What is given has to hold together; --dry-run shows it.");
    }

    /// <summary>Who decides, and why.</summary>
    public CorrectionNote Note(CommandContext context, string command)
    {
        var user = context.Host.Environment("USER") ?? context.Host.Environment("USERNAME");
        return new CorrectionNote(context.Get(_by) ?? (string.IsNullOrWhiteSpace(user) ? "command line" : user), context.Get(_reason) ?? $"omem {command}, no reason given");
    }

    private static Option<string[]> Texts(string name, string helpName, string description) =>
        new(name) { HelpName = helpName, Description = description, DefaultValueFactory = static _ => [] };
}
