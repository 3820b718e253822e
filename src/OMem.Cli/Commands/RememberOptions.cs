using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Import;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary>The options of an import.</summary>
internal sealed class RememberOptions
{
    private const int MostStepSeconds = 31_536_000;

    private readonly Argument<string> _file = new("FILE")
    {
        Description = """
            The file, or '-' for standard input: JSON Lines {id, speaker, text, occurredAt, session?, metadata?, role?, trust?},
            chat messages {role, content} as an array, as JSON Lines or under 'messages', or the LoCoMo layout.
            A message without an id gets one from its content.
            """,
    };
    private readonly Option<string?> _format = OptionFactory.Text("--format", "NAME", "The layout, as of 'omem import'; told from the input by default.");
    private readonly Option<string?> _session = OptionFactory.Text("--session", "ID", "The session of messages that name none.");
    private readonly Option<DateTimeOffset?> _startedAt = OptionFactory.Instant("--started-at", "When the first chat message without a time happened.");
    private readonly Option<int> _step = OptionFactory.Number("--step", 60, 0, MostStepSeconds, "Seconds from one such message to the next");
    private readonly Option<string?> _conversation = OptionFactory.Text("--conversation", "ID", "The conversation to take from a LoCoMo file that holds several.");
    private readonly Option<string?> _role = OptionFactory.Text("--role", "ROLE", "Who speaks where the input does not say: person (the default), assistant, tool, system, document or feed.");
    private readonly Option<string?> _trust = OptionFactory.Text("--trust", "LEVEL", "How far messages that do not say are believed: untrusted, low or trusted; what is usual for their role by default.");
    private readonly Option<bool> _skipInvalid = OptionFactory.Switch("--skip-invalid", "Report invalid entries and go on, instead of stopping at the first.");
    private readonly Option<bool> _estimate = OptionFactory.Switch("--estimate", "Say what understanding the file with the configured models would cost; store nothing and call nothing.");
    private readonly Option<bool> _noWait = OptionFactory.Switch("--no-wait", "Return when the messages are stored and searchable; understand them later.");

    /// <summary>Adds the argument and the options to a command.</summary>
    public void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        _format.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Enum.GetNames<ImportFormat>());
        _role.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Enum.GetNames<SpeakerRole>());
        _trust.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Enum.GetNames<SourceTrust>());
        command.Arguments.Add(_file);
        foreach (var option in (Option[])[_format, _session, _startedAt, _step, _conversation, _role, _trust, _skipInvalid, _estimate, _noWait])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The file as given.</summary>
    public string File(CommandContext context) => context.Get(_file)!;

    /// <summary>The layout.</summary>
    public ImportFormat Format(CommandContext context) =>
        context.Get(_format) is { } name ? Enum.Parse<ImportFormat>(name, ignoreCase: true) : ImportFormat.Auto;

    /// <summary>Whether invalid entries are passed over.</summary>
    public bool SkipInvalid(CommandContext context) => context.Get(_skipInvalid);

    /// <summary>Whether only the cost is asked for.</summary>
    public bool Estimate(CommandContext context) => context.Get(_estimate);

    /// <summary>Whether to wait until everything is understood.</summary>
    public bool Wait(CommandContext context) => !context.Get(_noWait);

    /// <summary>How to fill what the input does not say.</summary>
    public ImportOptions Import(CommandContext context) => new(
        context.Get(_session), context.Get(_startedAt), TimeSpan.FromSeconds(context.Get(_step)), context.Get(_conversation))
    {
        Role = context.Get(_role) is { } role ? Enum.Parse<SpeakerRole>(role, ignoreCase: true) : null,
        Trust = context.Get(_trust) is { } trust ? Enum.Parse<SourceTrust>(trust, ignoreCase: true) : null,
    };
}
