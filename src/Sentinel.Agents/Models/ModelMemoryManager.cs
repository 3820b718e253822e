using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Sentinel.Agents.Models;
using Sentinel.Agents.Prompts;
using Sentinel.Memory;

namespace Sentinel.Agents;

/// <summary>The memory manager by a model. An attribute that rests on anything but the trader's own words is refused, whatever the model says.</summary>
public sealed class ModelMemoryManager(IChatClient client, AgentSettings? settings = null) : IMemoryManager
{
    private const int MostEntries = 50;
    private const int MostName = 60;
    private const int MostValue = 200;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ModelAgent<ExtractionAnswer> _agent = new(client, AgentNames.MemoryManager, AgentPrompt.Load("extract"), settings, maxOutputTokens: 2_000);

    /// <inheritdoc/>
    public Task<AgentOutput<MemoryExtraction>> ExtractAsync(MemoryMaterial material, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(material);
        return _agent.AskAsync(Input(material), answer => Check(answer, material), AgentJson.Default.MemoryExtraction, cancellationToken);
    }

    private static MemoryExtraction Check(ExtractionAnswer answer, MemoryMaterial material)
    {
        var all = material.Texts.Select(static text => text.Id).Concat(material.Fills.Select(static fill => $"fil-{fill.Id}")).ToHashSet(StringComparer.Ordinal);
        var texts = material.Texts.Select(static text => text.Id).ToHashSet(StringComparer.Ordinal);
        var own = material.Texts.Where(static text => text.Trust is SourceTrust.Trader).Select(static text => text.Id).ToHashSet(StringComparer.Ordinal);
        return new MemoryExtraction(
            [.. Entries(answer.Topics, "topics").Select(topic => new TopicProposal(Field.Text(topic.Topic, MostName, "topic"), Evidence(topic.Evidence, all)))],
            [.. Entries(answer.Events, "events").Select(found => new EventProposal(Name(found.Type, "type"), SymbolOf(found.Symbol), (int)Field.Number(found.Side, -1, 1, "side"), Evidence(found.Evidence, texts)))],
            [.. Entries(answer.Attributes, "attributes").Select(attribute => new AttributeProposal(Name(attribute.Attribute, "attribute"), Field.Text(attribute.Value, MostValue, "value"), Evidence(attribute.Evidence, own)))]);
    }

    private static IEnumerable<T> Entries<T>(IReadOnlyList<T?>? list, string name)
        where T : class => list is { Count: <= MostEntries } && list.All(static entry => entry is not null)
        ? list.Select(static entry => entry!)
        : throw new AnswerFaultException($"{name} is not a list of at most {MostEntries} entries");

    private static IReadOnlyList<string> Evidence(IReadOnlyList<string?>? ids, IReadOnlySet<string> known) =>
        Field.Cites(ids, known, "evidence") is { Count: > 0 } found ? found : throw new AnswerFaultException("an entry rests on nothing");

    private static string Name(string? value, string name) => Field.Text(value, MostName, name) is var text && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_')
        ? text
        : throw new AnswerFaultException($"{name} is not a lower-case name");

    private static Symbol? SymbolOf(string? text) => text is null ? null : Symbol.TryParse(text, out var symbol) ? symbol : throw new AnswerFaultException("symbol is no symbol");

    private static string Input(MemoryMaterial material)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("texts");
            foreach (var text in material.Texts)
            {
                writer.WriteStartObject();
                writer.WriteString("id", text.Id);
                writer.WriteString("source", text.Source);
                writer.WriteString("trust", text.Trust.ToString().ToLowerInvariant());
                writer.WriteString("text", text.Text);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("fills");
            foreach (var fill in material.Fills)
            {
                writer.WriteStartObject();
                writer.WriteString("id", $"fil-{fill.Id}");
                writer.WriteString("symbol", fill.Symbol.Value);
                writer.WriteString("side", fill.Side.ToString().ToLowerInvariant());
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
