using System.Globalization;

namespace Sentinel.Agents;

/// <summary>Argues one side from what the outcomes of like situations and the active events say for it.</summary>
public sealed class RuleResearcher(ResearchSide side) : IResearcher
{
    private const double EventShare = 0.5;

    /// <inheritdoc/>
    public ResearchSide Side => side;

    private string Name => side is ResearchSide.Bull ? AgentNames.Bull : AgentNames.Bear;

    /// <inheritdoc/>
    public Task<AgentOutput<ResearchCase>> ArgueAsync(AgentBrief brief, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var sign = side is ResearchSide.Bull ? 1 : -1;
        var events = brief.Situation.Events.Concat(brief.Context.Working?.Events ?? []).DistinctBy(static found => found.Id, StringComparer.Ordinal)
            .Where(found => EventWeights.Of(found) * sign > 0).ToArray();
        var statistics = brief.Context.Episodes?.Statistics;
        var proven = Evidence.Direction(brief) == sign;
        var chance = proven ? Evidence.Chance(brief, sign > 0) ?? 0 : 0;
        var strength = Math.Clamp((EventShare * events.Sum(found => Math.Abs(EventWeights.Of(found)))) + chance, 0, 1);
        var cites = events.Select(static found => found.Id).Concat(proven ? brief.Context.Episodes!.Items.Select(static item => item.Episode.Id) : []);
        var text = string.Create(CultureInfo.InvariantCulture, $"{events.Length} events for it")
            + (proven ? string.Create(CultureInfo.InvariantCulture, $"; it came so in {chance:0%} of {statistics!.NEff:0} like situations") : "");
        return Task.FromResult(RuleRecord.Of(Name, new ResearchCase(Math.Round(strength, 4), text, Intents.Known(brief, cites)), AgentJson.Default.ResearchCase));
    }
}
