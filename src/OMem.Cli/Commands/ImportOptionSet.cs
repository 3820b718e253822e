using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Import;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary>The options of <c>omem import</c>.</summary>
internal sealed class ImportOptionSet
{
    private const int MostStepSeconds = 31_536_000;

    private readonly Argument<string> _file = new("FILE")
    {
        Description = """
            The file, or '-' for standard input: an export of 'omem export --full', the conversations.json of ChatGPT or Claude or the zip it came in,
            chat messages {role, content}, memories of Mem0, Zep or Letta, a CSV table with a header, JSON Lines as 'remember' reads them, LoCoMo.
            """,
    };
    private readonly Option<string?> _format = OptionFactory.Text("--format", "NAME", $"The layout, told from the input by default: {string.Join(", ", Enum.GetNames<ImportFormat>().Select(name => name.ToLowerInvariant()))}.");
    private readonly Option<bool> _dryRun = OptionFactory.Switch("--dry-run", "Say what would come in, from whom, from when, and what would be left out; store nothing.");
    private readonly Option<bool> _messagesOnly = OptionFactory.Switch("--messages-only", "Of an OMem export only the messages, to be understood here; the memory need not be empty.");
    private readonly Option<string?> _speaker = OptionFactory.Text("--speaker", "NAME", "What the person is called in chats that only say 'user'.");
    private readonly Option<string?> _session = OptionFactory.Text("--session", "ID", "The session of messages that name none.");
    private readonly Option<DateTimeOffset?> _startedAt = OptionFactory.Instant("--started-at", "When the first message without a time happened.");
    private readonly Option<int> _step = OptionFactory.Number("--step", 60, 0, MostStepSeconds, "Seconds from one such message to the next");
    private readonly Option<string?> _conversation = OptionFactory.Text("--conversation", "ID", "The conversation to take from a LoCoMo file that holds several.");
    private readonly Option<bool> _anyTime = OptionFactory.Switch("--any-time", "Take times in the future or before 1980 as they are.");
    private readonly Option<bool> _skipInvalid = OptionFactory.Switch("--skip-invalid", "Report invalid entries and go on, instead of stopping at the first.");
    private readonly Option<bool> _noWait = OptionFactory.Switch("--no-wait", "Return when the messages are stored and searchable; understand them later.");

    /// <summary>Adds the argument and the options to a command.</summary>
    public void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        _format.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Enum.GetNames<ImportFormat>());
        command.Arguments.Add(_file);
        foreach (var option in (Option[])[_format, _dryRun, _messagesOnly, _speaker, _session, _startedAt, _step, _conversation, _anyTime, _skipInvalid, _noWait])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The file as given.</summary>
    public string File(CommandContext context) => context.Get(_file)!;

    /// <summary>The layout.</summary>
    public ImportFormat Format(CommandContext context) =>
        context.Get(_format) is { } name ? Enum.Parse<ImportFormat>(name, ignoreCase: true) : ImportFormat.Auto;

    /// <summary>Whether nothing is to be stored.</summary>
    public bool DryRun(CommandContext context) => context.Get(_dryRun);

    /// <summary>Whether only the messages of an OMem export are wanted.</summary>
    public bool MessagesOnly(CommandContext context) => context.Get(_messagesOnly);

    /// <summary>Whether times that cannot be are taken.</summary>
    public bool AnyTime(CommandContext context) => context.Get(_anyTime);

    /// <summary>Whether invalid entries are passed over.</summary>
    public bool SkipInvalid(CommandContext context) => context.Get(_skipInvalid);

    /// <summary>Whether to wait until everything is understood.</summary>
    public bool Wait(CommandContext context) => !context.Get(_noWait);

    /// <summary>How to fill what the input does not say.</summary>
    public ImportOptions Import(CommandContext context) => new(
        context.Get(_session), context.Get(_startedAt), TimeSpan.FromSeconds(context.Get(_step)), context.Get(_conversation))
    {
        Speaker = context.Get(_speaker),
    };
}
