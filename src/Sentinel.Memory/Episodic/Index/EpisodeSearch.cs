namespace Sentinel.Memory;

/// <summary>One question to the index: what it allows, and how like an episode is.</summary>
internal sealed class EpisodeSearch
{
    private const int TextRankScale = 10;

    private readonly EpisodeQuestion _question;
    private readonly OutcomeHorizon _primary;
    private readonly long _since;
    private readonly Dictionary<string, int> _textRanks = new(StringComparer.Ordinal);

    public EpisodeSearch(EpisodeQuestion question, OutcomeHorizon primary)
    {
        _question = question;
        _primary = primary;
        AsOf = question.AsOf.UtcTicks;
        _since = question.Since?.UtcTicks ?? long.MinValue;
        HasState = question.State.Values.Any(double.IsFinite);
        Clues = Memory.Clues.Of(question.Events, question.Text is { } text ? [text] : []);
        foreach (var id in question.FoundByText)
        {
            _textRanks.TryAdd(id, _textRanks.Count);
        }
    }

    public long AsOf { get; }

    public bool HasState { get; }

    public IReadOnlyList<string> Clues { get; }

    public IReadOnlyList<string> FoundByText => _question.FoundByText;

    /// <summary>Known and settled by then, not forgotten by then, and what the question wants.</summary>
    public bool Allows(EpisodeRow row) =>
        row.KnownAt <= AsOf
        && row.ForgottenAt > AsOf
        && row.KnownAt >= _since
        && row.Outcome(_primary, AsOf) is not null
        && (_question.OnlySymbol is not { } symbol || row.Episode.Symbol == symbol)
        && (_question.OnlyRegime is not { } regime || row.Episode.Regime == regime)
        && (_question.OnlyExposure is not { } exposure || row.Episode.Exposure == exposure)
        && (_question.OnlyEventTypes.Count is 0 || row.Episode.Events.Any(happening => _question.OnlyEventTypes.Contains(happening.Type, StringComparer.Ordinal)));

    /// <summary>A row as a candidate.</summary>
    public EpisodeCandidate Candidate(EpisodeRow row, float distance, List<(string Clue, double Weight)> clues)
    {
        var primary = row.Outcome(_primary, AsOf)!;
        var shared = clues.Where(pair => row.Clues.Contains(pair.Clue, StringComparer.Ordinal)).ToList();
        var all = clues.Sum(pair => pair.Weight);
        return new EpisodeCandidate(
            row.Episode,
            row.Outcome(OutcomeHorizon.Exit, AsOf) ?? primary,
            primary.MoveAtr,
            HasState ? Math.Exp(-distance) : 0,
            all > 0 ? shared.Sum(pair => pair.Weight) / all : 0,
            _textRanks.TryGetValue(row.Episode.Id, out var rank) ? 1 / (1 + ((double)rank / TextRankScale)) : 0)
        {
            EventLikeness = EventLikeness(row.Episode.Events),
            SharesEvent = row.Episode.Events.Any(left => _question.Events.Any(right => IsSameKind(left, right))),
            AgeDays = TimeSpan.FromTicks(AsOf - row.KnownAt).TotalDays,
            SharedClues = [.. shared.OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.Clue, StringComparer.Ordinal).Select(pair => pair.Clue)],
        };
    }

    private double EventLikeness(IReadOnlyList<MarketEventRef> events)
    {
        var shared = events.Count(left => _question.Events.Any(right => IsSameKind(left, right)));
        return shared is 0 ? 0 : shared / (double)(events.Count + _question.Events.Count - shared);
    }

    private static bool IsSameKind(MarketEventRef left, MarketEventRef right) =>
        left.Side == right.Side && string.Equals(left.Type, right.Type, StringComparison.Ordinal);
}
