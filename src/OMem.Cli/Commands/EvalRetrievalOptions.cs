using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Settings;
using OMem.Evaluation;

namespace OMem.Cli.Commands;

/// <summary>The options of an evaluation. Here <c>--data</c> is the data set, and <c>--json</c> takes a file.</summary>
internal sealed class EvalRetrievalOptions
{
    private readonly Option<string> _dataset = new("--dataset") { Required = true, HelpName = "NAME", Description = $"The set: {string.Join(", ", DatasetReader.Names)}." };
    private readonly Option<string> _data = new("--data", "-d") { Required = true, HelpName = "PATH", Description = "Its file or folder." };
    private readonly Option<string?> _baselines = OptionFactory.Text("--baselines", "LIST", "Systems to set beside omem, separated by commas; all that apply by default.");
    private readonly Option<string?> _conversations = OptionFactory.Text("--conversations", "IDS", "Only these conversations, separated by commas.");
    private readonly Option<long?> _limit = OptionFactory.OptionalNumber("--limit", "Only the first N questions of each conversation.");
    private readonly Option<bool> _leaveOneOut = new("--leave-one-out") { Description = "Ask each conversation with weights learnt on the others." };
    private readonly Option<string?> _json = OptionFactory.Text("--json", "FILE", "Write the figures as JSON to a file; to standard output without one.");
    private readonly Option<string?> _markdown = OptionFactory.Text("--markdown", "FILE", "Write the tables as Markdown.");
    private readonly Option<string?> _plot = OptionFactory.Text("--plot", "FILE", "Write recall against tokens as PNG.");
    private readonly Option<string?> _questions = OptionFactory.Text("--per-question", "FILE", "Write a JSON line per system and question.");
    private readonly Option<string?> _misses = OptionFactory.Text("--misses", "FILE", "Write where missed evidence stands, as Markdown.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        _dataset.AcceptOnlyFromAmong([.. DatasetReader.Names]);
        _json.Arity = ArgumentArity.ZeroOrOne;
        foreach (var option in (Option[])[_dataset, _data, _baselines, _conversations, _limit, _leaveOneOut, _json, _markdown, _plot, _questions, _misses])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Whether the figures go to standard output as JSON.</summary>
    public bool JsonToOutput(CommandContext context) => context.Parsed.GetResult(_json) is { Implicit: false } && context.Get(_json) is null;

    /// <summary>Whether weights are learnt anew for each conversation, on the others.</summary>
    public bool LeaveOneOut(CommandContext context) => context.Get(_leaveOneOut);

    /// <summary>What to evaluate.</summary>
    public RetrievalOptions Read(CommandContext context) => new()
    {
        Dataset = context.Get(_dataset)!,
        DataPath = Path.GetFullPath(context.Get(_data)!, context.Host.WorkingDirectory),
        Systems = List(context.Get(_baselines)) is { Count: > 0 } baselines ? ["omem", .. baselines.Where(name => name is not "omem")] : [],
        Conversations = List(context.Get(_conversations)),
        Limit = (int?)context.Get(_limit),
    };

    /// <summary>Where to write.</summary>
    public ReportFiles Files(CommandContext context) => new()
    {
        Json = FullPath(context, _json),
        Markdown = FullPath(context, _markdown),
        Plot = FullPath(context, _plot),
        Questions = FullPath(context, _questions),
        Misses = FullPath(context, _misses),
    };

    private static string? FullPath(CommandContext context, Option<string?> option) =>
        context.Get(option) is { } file ? Path.GetFullPath(file, context.Host.WorkingDirectory) : null;

    private static List<string> List(string? names) =>
        [.. (names ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
