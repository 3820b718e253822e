namespace Sentinel.Memory;

/// <summary>The reads behind the toolkit and the context. Each takes the time of the question.</summary>
internal sealed class MemoryReads(TraderMemoryOptions options, MemoryState state, EpisodeArchive? archive)
{
    private readonly IPersonaSource? _persona = options.Persona;
    private readonly IEpisodeRanking _ranking = options.Ranking ?? EpisodeRankings.Relevance(options.Settings);

    public PersonaReading Persona(DateTimeOffset asOf)
    {
        if (_persona?.Read(asOf) is not { } reading)
        {
            return PersonaReading.Empty;
        }

        // A source is not believed to keep to the time by itself.
        return new PersonaReading(
            [.. reading.Declared.Where(attribute => IsKnown(attribute, asOf))],
            [.. reading.Revealed.Where(attribute => IsKnown(attribute, asOf))],
            [.. reading.Conflicts.Where(conflict => conflict.Since <= asOf)]);
    }

    public MandateView? Mandate(DateTimeOffset asOf, Portfolio? portfolio) =>
        state.Gate.Read(() => state.Limits.MandateAt(asOf)) is { } mandate ? new MandateView(mandate, LimitRooms.Of(mandate, portfolio)) : null;

    public Portfolio? Portfolio(DateTimeOffset asOf) => options.Portfolio?.Invoke(asOf) is { } portfolio && portfolio.AsOf <= asOf ? portfolio : null;

    public WorkingSection Working(DateTimeOffset asOf, Symbol? symbol) => state.Gate.Read(() => state.Working.At(asOf, symbol));

    public static IReadOnlyList<ContextConflict> BrokenTheses(WorkingSection working) =>
    [
        .. working.Theses.Where(thesis => thesis.Broken is not null).Select(thesis => new ContextConflict(
            $"brk-{thesis.Id}",
            "thesis_invalidated",
            FormattableString.Invariant($"{thesis.Direction} {thesis.Symbol} of {thesis.OpenedAt.UtcDateTime:yyyy-MM-dd HH:mm} met {thesis.Broken!.Rule.Kind}: {Quoting.Escape(thesis.Broken.Evidence)}"),
            thesis.Broken.At,
            [thesis.Id])),
    ];

    /// <summary>Episodes like a situation, numbers included.</summary>
    public async Task<EpisodeRecall> EpisodesAsync(EpisodeQuestion question, CancellationToken cancellationToken)
    {
        if (archive is not null && question.Text is { Length: > 0 } text)
        {
            var ids = await archive.FindAsync(text, question.AsOf, cancellationToken).ConfigureAwait(false);
            question = question with { FoundByText = state.Gate.Read(() => ids.Select(EpisodeOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList()) };
        }

        return state.Gate.Read(() =>
        {
            var recall = _ranking.Rank(question, state.Episodes);
            return recall.NoneFound is null ? recall : recall with { NoneFound = WhyNone(question) };
        });
    }

    /// <summary>Past losers with the same exposure, by relevance; by another ranking where that is measured, or a placebo would look at true likeness after all.</summary>
    public IReadOnlyList<RecalledEpisode> Losers(EpisodeQuestion question, int k) => state.Gate.Read<IReadOnlyList<RecalledEpisode>>(() => options.Ranking is { } other
        ? [.. other.Rank(question with { K = EpisodeRequest.MaxK }, state.Episodes).Items.Where(static item => item.End is EpisodeEnd.Lost).Take(k)]
        :
        [
            .. Fusion.Of(state.Episodes.Alike(question, options.Settings.Neighbourhood), options.Settings)
                .Where(weighted => weighted.Candidate.End is EpisodeEnd.Lost)
                .Take(k)
                .Select(weighted => new RecalledEpisode(
                    weighted.Candidate.Episode, weighted.Candidate.Outcome, weighted.Candidate.MoveAtr, weighted.Weight,
                    FormattableString.Invariant($"state {weighted.Candidate.StateLikeness:0.00} clues {weighted.Candidate.ClueLikeness:0.00}"))),
        ]);

    private static bool IsKnown(TraderAttribute attribute, DateTimeOffset asOf) => attribute.KnownAt <= asOf;

    /// <summary>The episode behind what OMem found: itself, or that of an outcome.</summary>
    private string? EpisodeOf(string id)
    {
        if (state.Episodes.Find(id) is not null)
        {
            return id;
        }

        return state.Decisions.Outcome(id) is { } outcome ? $"epi-{outcome.DecisionId}" : null;
    }

    private NoneFound WhyNone(EpisodeQuestion question)
    {
        var hasFilter = question.OnlySymbol is not null || question.OnlyRegime is not null || question.Since is not null || question.OnlyEventTypes.Count > 0;
        return state.Episodes.KnownBy(question.AsOf) is 0 ? NoneFound.NoData : hasFilter ? NoneFound.Filtered : NoneFound.NotYetKnown;
    }
}
