namespace Sentinel.Memory;

/// <summary>An episode in the index, with what is settled of it.</summary>
internal sealed class EpisodeRow(Episode episode, IReadOnlyList<string> clues)
{
    private readonly Outcome?[] _outcomes = new Outcome?[4];

    public Episode Episode => episode;

    public long KnownAt { get; } = episode.KnownAt.UtcTicks;

    /// <summary>What brings it back: event types, the symbol, rare words of feeds.</summary>
    public IReadOnlyList<string> Clues => clues;

    /// <summary>Its place in the columns.</summary>
    public int Position { get; set; }

    /// <summary>When it was forgotten; far in the future while it is not.</summary>
    public long ForgottenAt { get; set; } = long.MaxValue;

    public void Settle(Outcome outcome) => _outcomes[(int)outcome.Horizon] = outcome;

    /// <summary>The outcome of a horizon, as far as it was settled by then.</summary>
    public Outcome? Outcome(OutcomeHorizon horizon, long asOf) =>
        _outcomes[(int)horizon] is { } outcome && outcome.SettledAt.UtcTicks <= asOf ? outcome : null;

    /// <summary>Order in the index: by when it was known, then by id.</summary>
    public static int Compare(EpisodeRow left, EpisodeRow right) =>
        left.KnownAt != right.KnownAt ? left.KnownAt.CompareTo(right.KnownAt) : string.CompareOrdinal(left.Episode.Id, right.Episode.Id);
}
