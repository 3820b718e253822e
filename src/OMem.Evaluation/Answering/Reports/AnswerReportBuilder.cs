namespace OMem.Evaluation;

/// <summary>Sums up a journal.</summary>
internal sealed class AnswerReportBuilder(
    AnswerDataset dataset, AnswerRunOptions options, RunJournal journal, AnswerJudge? judge, IReadOnlyDictionary<string, string> settings)
{
    /// <summary>The name of the group of all questions.</summary>
    public const string All = "all";

    private readonly AnswerStatistics _statistics = new(options.BootstrapSamples, options.PermutationSamples, options.Seed);
    private readonly string _main = AnswerMetric.Main(dataset.Kind, judge is not null);

    /// <summary>The report of the systems.</summary>
    public AnswerReport Build(IReadOnlyList<IAnswerSystem> systems)
    {
        var results = systems.ToDictionary(system => system.Name, system => Results(system.Name), StringComparer.Ordinal);
        var steps = Enum.GetValues<MemoryMethod>().SelectMany(method => dataset.Conversations.SelectMany(conversation => journal.Steps(conversation.Id, method))).ToList();
        return new AnswerReport
        {
            Dataset = dataset.Name,
            DataHash = dataset.Hash,
            Conversations = dataset.Conversations.Count,
            Turns = dataset.Conversations.Sum(conversation => conversation.Turns.Count),
            Count = dataset.Conversations.Sum(conversation => conversation.Questions.Count),
            Dropped = dataset.Dropped,
            Headline = Groups().Any(group => group.Name == dataset.Headline) ? dataset.Headline : null,
            Main = _main,
            Chance = Chance(),
            Configuration = new AnswerConfiguration
            {
                Settings = settings,
                Judge = judge?.Configuration,
                BootstrapSamples = options.BootstrapSamples,
                PermutationSamples = options.PermutationSamples,
                Seed = options.Seed,
                OnlyConversations = options.Conversations,
                Limit = options.Limit,
                Systems = systems.ToDictionary(system => system.Name, system => system.Configuration, StringComparer.Ordinal),
            },
            Systems = results.ToDictionary(pair => pair.Key, pair => System(pair.Key, pair.Value), StringComparer.Ordinal),
            Comparisons = Compare(results),
            Results = results,
            Steps = steps,
        };
    }

    private IReadOnlyList<AnswerResult> Results(string system) =>
    [
        .. dataset.Conversations.SelectMany(conversation => conversation.Questions.Select(question =>
        {
            var line = journal.Answer(system, question.Id);
            var judgement = judge is null ? null : journal.Judgement(system, question.Id, judge.Id);
            return new AnswerResult(
                conversation, question, line, judgement, AnswerScorer.Score(dataset.Kind, question, line, judge is not null, judgement));
        })),
    ];

    private AnswerSystemReport System(string name, IReadOnlyList<AnswerResult> results) => new()
    {
        All = Figures(results),
        Categories = Categories(results),
        Cost = AnswerCosts.Of(results, dataset.Conversations.Select(conversation => journal.Size(name, conversation.Id)), judge is not null),
        Misses = MissKind.All.ToDictionary(kind => kind, kind => results.Count(result => result.Miss(_main) == kind), StringComparer.Ordinal),
        Errors = results.Count(result => result.Line is not { Error: null }),
        UnreadableJudgements = judge is null ? null : results.Count(result => !result.Scores.IsJudgeReadable),
        Build = name.StartsWith(RecallAnswers.SystemName, StringComparison.Ordinal) ? Build(MemoryMethod.OMem)
            : name is PaperAnswers.SystemName ? Build(MemoryMethod.Paper) : null,
    };

    private BuildCost? Build(MemoryMethod method) =>
        AnswerCosts.Build([.. dataset.Conversations.Select(conversation => journal.Steps(conversation.Id, method)).Where(steps => steps.Count > 0)]);

    private SortedDictionary<string, IReadOnlyDictionary<string, AnswerFigure>> Categories(IReadOnlyList<AnswerResult> results)
    {
        var categories = new SortedDictionary<string, IReadOnlyDictionary<string, AnswerFigure>>(StringComparer.Ordinal);
        foreach (var group in Groups())
        {
            categories[group.Name] = Figures([.. results.Where(result => group.Holds(result.Question))]);
        }

        return categories;
    }

    private Dictionary<string, AnswerFigure> Figures(IReadOnlyList<AnswerResult> results)
    {
        var figures = new Dictionary<string, AnswerFigure>(StringComparer.Ordinal);
        foreach (var metric in AnswerMetric.All)
        {
            var values = results.Where(r => r.Scores.Values.ContainsKey(metric)).Select(r => r.Scores.Values[metric]).ToArray();
            if (values.Length > 0)
            {
                figures[metric] = _statistics.Figure(values);
            }
        }

        return figures;
    }

    private List<AnswerComparison> Compare(Dictionary<string, IReadOnlyList<AnswerResult>> results)
    {
        var comparisons = new List<AnswerComparison>();
        if (!results.TryGetValue(RecallAnswers.SystemName, out var ours))
        {
            return comparisons;
        }

        foreach (var (baseline, theirs) in results.Where(pair => pair.Key != RecallAnswers.SystemName))
        {
            foreach (var group in Groups().Prepend(new Group(All, _ => true)))
            {
                foreach (var metric in AnswerMetric.All)
                {
                    var differences = ours.Zip(theirs)
                        .Where(pair => group.Holds(pair.First.Question) && pair.First.Scores.Values.ContainsKey(metric))
                        .Select(pair => pair.First.Scores.Values[metric] - pair.Second.Scores.Values[metric]).ToArray();
                    if (differences.Length > 0)
                    {
                        var (difference, interval, p) = _statistics.Compare(differences);
                        comparisons.Add(new AnswerComparison(RecallAnswers.SystemName, baseline, group.Name, metric, differences.Length, difference, interval, p));
                    }
                }
            }
        }

        return comparisons;
    }

    private IEnumerable<Group> Groups()
    {
        var present = dataset.Conversations.SelectMany(c => c.Questions).Select(q => q.Category).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return present.Select(category => new Group(category, question => question.Category == category))
            .Concat(dataset.Groups.Where(g => present.Exists(g.Value.Contains)).Select(g => new Group(g.Key, question => g.Value.Contains(question.Category))));
    }

    private double? Chance() => dataset.Kind is AnswerKindOfSet.Choice
        ? dataset.Conversations.SelectMany(c => c.Questions).Select(q => 1.0 / q.Options.Count).DefaultIfEmpty().Average()
        : null;

    private sealed record Group(string Name, Func<AnswerQuestion, bool> Holds);
}
