using System.Text.Json;
using Microsoft.Extensions.AI;
using Sentinel.Agents.Models;
using Sentinel.Agents.Prompts;
using Sentinel.Memory;
using Sentinel.Risk;

namespace Sentinel.Agents;

/// <summary>
/// Forms an intent by a model. It answers with a direction and distances; prices come from the market, a quantity is not asked for, and an answer
/// that does not hold together is a recorded failure.
/// </summary>
public sealed class ModelIntentPolicy : IIntentPolicy
{
    private const int MostText = 1_500;

    private readonly ModelAgent<IntentAnswer> _first;
    private readonly ModelAgent<IntentAnswer> _second;
    private readonly AgentSettings _settings;

    /// <summary>Creates a policy.</summary>
    /// <param name="client">The model.</param>
    /// <param name="settings">How the model is asked, and what stands in where it leaves a number out.</param>
    public ModelIntentPolicy(IChatClient client, AgentSettings settings)
    {
        var prompt = AgentPrompt.Load("decide");
        _first = new ModelAgent<IntentAnswer>(client, AgentNames.DeepTraderManager, prompt, settings);
        _second = new ModelAgent<IntentAnswer>(client, AgentNames.SecondLook, prompt, settings);
        _settings = settings;
        Model = new PolicyModel(_first.ModelId, prompt.Hash);
    }

    /// <inheritdoc/>
    public PolicyModel? Model { get; }

    /// <inheritdoc/>
    public Task<AgentOutput<TradeIntent>> DecideAsync(AgentBrief brief, Panel panel, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(panel);
        return _first.AskAsync(Input(brief, panel, null, LikeDecisions.None), answer => Check(answer, brief, []), AgentJson.Default.TradeIntent, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<AgentOutput<TradeIntent>> ReviseAsync(
        AgentBrief brief, Panel panel, TradeIntent intent, LikeDecisions like, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(intent);
        ArgumentNullException.ThrowIfNull(like);
        return _second.AskAsync(Input(brief, panel, intent, like), answer => Check(answer, brief, like.Losers), AgentJson.Default.TradeIntent, cancellationToken);
    }

    private TradeIntent Check(IntentAnswer answer, AgentBrief brief, IReadOnlyList<RecalledEpisode> losers)
    {
        var citable = brief.Citable.Concat(losers.Select(static loser => loser.Episode.Id)).ToHashSet(StringComparer.Ordinal);
        var cites = Field.Cites(answer.Cites, citable, "cites");
        var rationale = Field.Text(answer.Rationale, MostText, "rationale");
        switch (answer.Direction)
        {
            case "hold":
                return Intents.Hold(brief, rationale) with { CitedMemoryIds = cites };
            case "flat":
                return Intents.Flat(brief, rationale) with { CitedMemoryIds = cites };
            case "long" or "short":
                break;
            default:
                throw new AnswerFaultException("direction is not one of hold, flat, long and short");
        }

        var stop = Field.Number(answer.StopAtr, 0.25, 20, "stopAtr");
        var plan = new EntryPlan
        {
            IsLong = answer.Direction is "long",
            Conviction = Field.Number(answer.Conviction, 0, 1, "conviction"),
            Risk = answer.Risk is null ? _settings.DefaultRisk : (decimal)Field.Number(answer.Risk, 0.0001, 0.1, "risk"),
            StopAtr = stop,
            Horizon = (brief.Market.LastBar?.Interval ?? TimeSpan.FromDays(1)) * Field.Number(answer.HorizonBars, 1, 1_000, "horizonBars"),
            RewardToRisk = Field.Number(answer.TargetAtr, 0.25, 60, "targetAtr") / stop,
            Invalidation = Field.Text(answer.Invalidation, MostText, "invalidation"),
            Rationale = rationale,
        };
        var intent = Intents.Entry(brief, plan) ?? throw new AnswerFaultException("the market has no price or range for an entry");
        var faults = IntentFaults.Of(intent, brief.Market.LastBar?.Close);
        return faults.Count is 0 ? intent with { CitedMemoryIds = cites } : throw new AnswerFaultException(string.Join("; ", faults));
    }

    private static string Input(AgentBrief brief, Panel panel, TradeIntent? intended, LikeDecisions like) => BriefJson.Of(brief, writer =>
    {
        writer.WriteString("position", brief.Situation.Portfolio is null ? "unknown" : brief.Position is not { } position ? "none" : position.Quantity > 0m ? "long" : "short");
        BriefJson.Limits(writer, brief.Context.Mandate);
        writer.WriteStartObject("panel");
        Opinion(writer, "thesis", panel.Thesis?.Lean, panel.Thesis?.Text);
        Opinion(writer, "bull", panel.Bull?.Strength, panel.Bull?.Text);
        Opinion(writer, "bear", panel.Bear?.Strength, panel.Bear?.Text);
        Opinion(writer, "risk", null, panel.Risk?.Text);
        writer.WriteEndObject();
        if (intended is not null)
        {
            writer.WriteString("intended", intended.Direction.ToString().ToLowerInvariant());
            writer.WriteNumber("like_decisions", like.Moves.Count);
            BriefJson.Number(writer, "mean_move_their_way_atr", like.Moves.Count is 0 ? null : like.MeanMove);
            writer.WriteStartArray("losers");
            foreach (var loser in like.Losers)
            {
                writer.WriteStartObject();
                writer.WriteString("id", loser.Episode.Id);
                writer.WriteString("what", loser.Episode.Text);
                BriefJson.Number(writer, "r", loser.Outcome.RMultiple);
                BriefJson.Number(writer, "result", loser.Outcome.Raw);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    });

    private static void Opinion(Utf8JsonWriter writer, string name, double? number, string? text)
    {
        if (text is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        if (number is not null)
        {
            BriefJson.Number(writer, "number", number);
        }

        writer.WriteString("text", text);
        writer.WriteEndObject();
    }
}
