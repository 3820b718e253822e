using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Sentinel.Agents.Models;
using Sentinel.Agents.Prompts;
using Sentinel.Memory;

namespace Sentinel.Agents;

/// <summary>The reflector by a model. Words that cite nothing, or what is not in the journal, are refused.</summary>
public sealed class ModelReflector(IChatClient client, AgentSettings? settings = null) : IReflector
{
    private const int MostText = 1_000;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ModelAgent<ReflectionAnswer> _agent = new(client, AgentNames.Reflector, AgentPrompt.Load("reflect"), settings);

    /// <inheritdoc/>
    public Task<AgentOutput<Reflection>> ReflectAsync(DecisionExplanation settled, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settled);
        if (settled.Outcomes.Count is 0)
        {
            return Task.FromResult(RuleRecord.Failed<Reflection>(AgentNames.Reflector, "nothing has settled yet"));
        }

        var ids = Ids(settled).ToArray();
        return _agent.AskAsync(Input(settled, ids), answer => Check(answer, settled, ids), AgentJson.Default.Reflection, cancellationToken);
    }

    /// <summary>What may be cited: entries of the journal about this decision.</summary>
    private static IEnumerable<string> Ids(DecisionExplanation settled) =>
        new[] { settled.Decision.Id }.Concat(settled.Outcomes.Select(static outcome => outcome.Id)).Concat(settled.Assessments.Select(static assessment => assessment.Id)).Concat(settled.Cited.Select(static entry => entry.Id)).Distinct(StringComparer.Ordinal);

    private Reflection Check(ReflectionAnswer answer, DecisionExplanation settled, string[] ids)
    {
        var cites = Field.Cites(answer.Cites, ids.ToHashSet(StringComparer.Ordinal), "cites");
        return cites.Count > 0
            ? new Reflection(
                JournalIds.Derive("ref", settled.Decision.Id, settled.Outcomes[^1].Id, _agent.ModelId, _agent.Prompt.Version),
                Field.Text(answer.Text, MostText, "text"),
                cites,
                settled.Decision.Id,
                $"{AgentNames.Reflector}/model@{_agent.ModelId}/{_agent.Prompt.Version}")
            : throw new AnswerFaultException("it cites nothing");
    }

    private static string Input(DecisionExplanation settled, IEnumerable<string> ids)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            var intent = settled.Decision.Intent;
            writer.WriteStartObject();
            writer.WriteStartObject("decision");
            writer.WriteString("id", settled.Decision.Id);
            writer.WriteString("symbol", intent.Symbol.Value);
            writer.WriteString("direction", intent.Direction.ToString().ToLowerInvariant());
            writer.WriteString("regime", settled.Decision.Regime.ToString());
            BriefJson.Number(writer, "conviction", intent.Conviction);
            writer.WriteString("rationale", intent.Rationale);
            writer.WriteString("invalidation", intent.Invalidation);
            writer.WriteEndObject();
            writer.WriteStartArray("outcomes");
            foreach (var outcome in settled.Outcomes)
            {
                writer.WriteStartObject();
                writer.WriteString("id", outcome.Id);
                writer.WriteString("horizon", OutcomeHorizons.Name(outcome.Horizon));
                BriefJson.Number(writer, "r", outcome.RMultiple);
                BriefJson.Number(writer, "result", outcome.Raw);
                BriefJson.Number(writer, "against_hold", outcome.AlphaVsHold);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("assessments");
            foreach (var assessment in settled.Assessments)
            {
                writer.WriteStartObject();
                writer.WriteString("id", assessment.Id);
                writer.WriteString("verdict", assessment.Verdict.ToString());
                writer.WriteString("faults", string.Join(", ", assessment.Faults));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("ids");
            foreach (var id in ids)
            {
                writer.WriteStringValue(id);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
