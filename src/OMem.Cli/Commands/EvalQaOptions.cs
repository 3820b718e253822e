using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Settings;
using OMem.Evaluation;

namespace OMem.Cli.Commands;

/// <summary>The options of <c>omem eval qa</c>. Here <c>--data</c> is the data set.</summary>
internal sealed class EvalQaOptions
{
    private const int MaxParallel = 64;
    private readonly Option<string> _dataset = new("--dataset") { Required = true, HelpName = "NAME", Description = $"The set: {string.Join(", ", AnswerDatasetReader.Names)}." };
    private readonly Option<string> _data = new("--data", "-d") { Required = true, HelpName = "PATH", Description = "Its file or folder." };
    private readonly Option<string?> _filler = OptionFactory.Text("--filler", "PATH", "locomo-plus: the LoCoMo file its cues are put into.");
    private readonly Option<bool> _withSystem = new("--with-system") { Description = "personamem: remember the system messages too; they hold the persona." };
    private readonly Option<string?> _systems = OptionFactory.Text("--systems", "LIST", $"Systems, separated by commas: {string.Join(", ", AnswerSystems.Names)}. Default: all but the ablations.");
    private readonly Option<string> _reader = new("--reader") { HelpName = "model|extractive", DefaultValueFactory = _ => "model", Description = "Who answers: the language model, or a rule that quotes the best sentence (no model)." };
    private readonly Option<bool> _judge = new("--judge") { Description = "Have a language model judge the answers as well." };
    private readonly Option<int> _budget = OptionFactory.Number("--budget", RecallDefaults.TokenBudget, 1, 1_000_000, "Tokens of recalled turns, the same for all systems with a budget");
    private readonly Option<int> _parallel = OptionFactory.Number("--parallel", 1, 1, MaxParallel, "Questions asked at a time");
    private readonly Option<int> _seed = OptionFactory.Number("--seed", 1, 0, int.MaxValue, "Seed of the model's sampling, the bootstrap and the tests");
    private readonly Option<float> _temperature = new("--temperature") { HelpName = "T", DefaultValueFactory = _ => 0, Description = "Temperature of the answers, 0-2." };
    private readonly Option<int> _maxTokens = OptionFactory.Number("--max-tokens", 1_000, 1, 100_000, "The most tokens of an answer; one that is cut off counts as wrong");
    private readonly Option<string?> _conversations = OptionFactory.Text("--conversations", "IDS", "Only these conversations, separated by commas.");
    private readonly Option<long?> _limit = OptionFactory.OptionalNumber("--limit", "Only the first N questions of each conversation.");
    private readonly Option<string?> _out = OptionFactory.Text("--out", "DIR", "Where journal and reports go; a second run on it goes on where the first ended. Default: omem-eval-NAME here.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        _dataset.AcceptOnlyFromAmong([.. AnswerDatasetReader.Names]);
        _reader.AcceptOnlyFromAmong("model", ExtractiveReader.ReaderName);
        _temperature.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<float>() is not (>= 0 and <= 2))
            {
                result.AddError("--temperature must be 0-2.");
            }
        });
        foreach (var option in (Option[])
            [_dataset, _data, _filler, _withSystem, _systems, _reader, _judge, _budget, _parallel, _seed, _temperature, _maxTokens, _conversations, _limit, _out])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Whether a language model is to answer.</summary>
    public bool NeedsAnswerer(CommandContext context) => context.Get(_reader) is not ExtractiveReader.ReaderName;

    /// <summary>Whether a language model is to judge.</summary>
    public bool NeedsJudge(CommandContext context) => context.Get(_judge);

    /// <summary>What to evaluate, without the models.</summary>
    public AnswerRunOptions Read(CommandContext context) => new()
    {
        Dataset = context.Get(_dataset)!,
        DataPath = Full(context, context.Get(_data)!),
        RunDirectory = Full(context, context.Get(_out) ?? $"omem-eval-{context.Get(_dataset)}"),
        Filler = context.Get(_filler) is { } filler ? Full(context, filler) : null,
        WithSystem = context.Get(_withSystem),
        Systems = List(context.Get(_systems)),
        Conversations = List(context.Get(_conversations)),
        Limit = (int?)context.Get(_limit),
        TokenBudget = context.Get(_budget),
        Parallel = context.Get(_parallel),
        Seed = context.Get(_seed),
        Call = new AnswerCallOptions { Temperature = context.Get(_temperature), MaxTokens = context.Get(_maxTokens) },
        Limits = new ModelOptions { MaxParallelCalls = Math.Max(new ModelOptions().MaxParallelCalls, context.Get(_parallel)) },
        Time = context.Host.Time,
    };

    private static string Full(CommandContext context, string path) => Path.GetFullPath(path, context.Host.WorkingDirectory);

    private static List<string> List(string? names) =>
        [.. (names ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
