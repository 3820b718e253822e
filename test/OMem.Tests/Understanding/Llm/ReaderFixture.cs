using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OMem.Models;
using OMem.Telemetry;
using OMem.Tests.Models;
using OMem.Understanding;
using OMem.Understanding.Llm;

namespace OMem.Tests.Understanding.Llm;

/// <summary>An LLM reader over a scripted client, and messages to read.</summary>
internal sealed class ReaderFixture : IDisposable
{
    public static readonly MemoryScope Scope = new("acme", "alice");
    public static readonly DateTimeOffset Start = new(2024, 5, 1, 10, 0, 0, TimeSpan.FromHours(2));

    public ReaderFixture(IChatClient client, MemoryDomain? domain = null, Action<ModelOptions>? configure = null)
    {
        var options = new ModelOptions();
        configure?.Invoke(options);
        Telemetry = new MemoryTelemetry(new OMemOptions(), Time);
        Caller = new ModelCaller(MemoryModels.Of(client), options, Time, NullLogger.Instance, static () => 1);
        Reader = new LlmInteractionReader(Caller, domain ?? MemoryDomains.Personal, options, NullLogger.Instance, Telemetry);
    }

    public ReaderFixture(string answer, MemoryDomain? domain = null)
        : this(new ScriptedChatClient(_ => answer), domain)
    {
    }

    public FakeTimeProvider Time { get; } = new(Start);

    public MemoryTelemetry Telemetry { get; }

    public ModelCaller Caller { get; }

    public LlmInteractionReader Reader { get; }

    public long Dropped => Telemetry.DroppedOf(Scope);

    public static StoredInteraction Say(int sequence, string text, string speaker = "Alice", SpeakerRole role = SpeakerRole.Person) => new(
        sequence,
        new Interaction { Id = $"m{sequence}", Speaker = speaker, Role = role, Text = text, OccurredAt = Start.AddMinutes(sequence) },
        Start.AddDays(1));

    /// <summary>An answer that accounts for every message a call may hold.</summary>
    public static string Answer(object? topics = null, object? attributes = null, object? facts = null) => JsonSerializer.Serialize(new
    {
        topics = topics ?? Array.Empty<object>(),
        attributes = attributes ?? Array.Empty<object>(),
        facts = facts ?? Array.Empty<object>(),
        read = Enumerable.Range(1, 100).Select(static message => new { message, items = 0 }),
    });

    public async Task<IReadOnlyList<InteractionUnderstanding>> ReadAsync(params StoredInteraction[] messages) =>
        await Reader.ReadAsync(new ReadingRequest(Scope, messages, []));

    public void Dispose() => Telemetry.Dispose();
}
