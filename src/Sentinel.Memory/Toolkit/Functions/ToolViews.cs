namespace Sentinel.Memory;

/// <summary>Recalled episodes as a model gets them: numbers first, no raw vectors.</summary>
/// <param name="Distribution">What the neighbourhood says.</param>
/// <param name="Episodes">The episodes.</param>
internal sealed record ToolEpisodes(EpisodeStatistics Distribution, IReadOnlyList<ToolEpisode> Episodes)
{
    public static ToolEpisodes Of(EpisodeRecall recall) => new(recall.Statistics, [.. recall.Items.Select(ToolEpisode.Of)]);
}

/// <summary>One episode.</summary>
internal sealed record ToolEpisode(
    string Id, Symbol Symbol, DateTimeOffset KnownAt, string Regime, IntentDirection Decided, string Horizon, double? RMultiple, double Return, double? MoveAtr, EpisodeEnd End, string Text)
{
    public static ToolEpisode Of(RecalledEpisode recalled) => new(
        recalled.Episode.Id,
        recalled.Episode.Symbol,
        recalled.Episode.KnownAt,
        recalled.Episode.Regime.ToString(),
        recalled.Episode.Direction,
        OutcomeHorizons.Name(recalled.Outcome.Horizon),
        recalled.Outcome.RMultiple,
        recalled.Outcome.Raw,
        recalled.MoveAtr,
        recalled.End,
        recalled.Episode.Text);
}

/// <summary>A decision explained: its record without what only the audit needs.</summary>
internal sealed record ToolWhy(
    string DecisionId,
    DateTimeOffset AsOf,
    TradeIntent Intent,
    IReadOnlyList<AgentProposal> Proposals,
    IReadOnlyList<SizeStep> SizeTrace,
    decimal Quantity,
    IReadOnlyList<GateFinding> Gate,
    IReadOnlyList<string> Cited,
    IReadOnlyList<Outcome> Outcomes,
    IReadOnlyList<Assessment> Assessments,
    IReadOnlyList<Reflection> Reflections)
{
    public static ToolWhy Of(DecisionExplanation explanation) => new(
        explanation.Decision.Id,
        explanation.Decision.AsOf,
        explanation.Decision.Intent,
        explanation.Decision.Proposals,
        explanation.Decision.SizeTrace,
        explanation.Decision.Quantity,
        explanation.Decision.Gate,
        [.. explanation.Cited.Select(entry => entry.Id)],
        explanation.Outcomes,
        explanation.Assessments,
        explanation.Reflections);
}
