namespace Sentinel.Memory;

/// <summary>An episode that may be recalled: known and settled by the time of asking.</summary>
/// <param name="Episode">The episode.</param>
/// <param name="Outcome">What became of it: exit when settled by then, else the primary horizon.</param>
/// <param name="MoveAtr">The market's move over the primary horizon, in average true ranges.</param>
/// <param name="StateLikeness">Likeness in state, 0-1: <c>exp(-mean squared distance in deviations)</c>.</param>
/// <param name="ClueLikeness">Share of the question's clues it has, weighted by rarity, 0-1.</param>
/// <param name="TextLikeness">Likeness in words by rank, 0-1.</param>
public sealed record EpisodeCandidate(
    Episode Episode, Outcome Outcome, double? MoveAtr, double StateLikeness, double ClueLikeness, double TextLikeness)
{
    /// <summary>How it ended. Read only after relevance is decided.</summary>
    public EpisodeEnd End => EpisodeEnds.Of(Outcome);

    /// <summary>Whether it shares an event with the question.</summary>
    public bool SharesEvent { get; init; }

    /// <summary>Kinds of events (type and side) that it shares with the question, as a part of the kinds of either, 0-1.</summary>
    public double EventLikeness { get; init; }

    /// <summary>Age at the time of asking, days.</summary>
    public double AgeDays { get; init; }

    /// <summary>The clues it shares, rarest first.</summary>
    public IReadOnlyList<string> SharedClues { get; init; } = [];
}
