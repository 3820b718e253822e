using System.Globalization;

namespace Sentinel.Agents;

/// <summary>Says in words what is left under the limits that code holds, nearest first.</summary>
public sealed class RuleRiskAnalyst : IRiskAnalyst
{
    private const decimal Near = 0.25m;

    /// <inheritdoc/>
    public Task<AgentOutput<RiskNote>> ExplainAsync(AgentBrief brief, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        return Task.FromResult(RuleRecord.Of(AgentNames.RiskAnalyst, Note(brief), AgentJson.Default.RiskNote));
    }

    private static RiskNote Note(AgentBrief brief)
    {
        if (brief.Context.Mandate is not { } view)
        {
            return new RiskNote("The limits are not part of this context; code holds them all the same.", []);
        }

        if (view.Room.Count is 0)
        {
            return new RiskNote("What is held is not known, so nothing may be opened.", []);
        }

        var rooms = view.Room.OrderBy(static room => room.Allowed > 0m ? room.Left / room.Allowed : 0m).ThenBy(static room => room.Limit, StringComparer.Ordinal).ToArray();
        var near = rooms.Where(static room => room.Left <= room.Allowed * Near).Select(static room => room.Limit).ToArray();
        return new RiskNote(string.Join("; ", rooms.Select(static room => string.Create(CultureInfo.InvariantCulture, $"{room.Limit}: {room.Left:0.####} of {room.Allowed:0.####} left"))) + ".", near);
    }
}
