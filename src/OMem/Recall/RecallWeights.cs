using System.Text.Json;

namespace OMem.Recall;

/// <summary>The learned weights: one profile for people chatting, one for a user with an assistant. Immutable and thread-safe.</summary>
internal sealed class RecallWeights
{
    /// <summary>Profile names.</summary>
    public const string Conversation = "conversation", Assistant = "assistant";

    private const string ResourceName = "OMem.Recall.recall-weights.json";

    private static readonly Lazy<RecallWeights> DefaultWeights = new(static () =>
    {
        using var stream = typeof(RecallWeights).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The resource {ResourceName} is missing.");
        return Load(stream);
    });

    private readonly RecallProfile _conversation;
    private readonly RecallProfile _assistant;

    private RecallWeights(RecallProfile conversation, RecallProfile assistant)
    {
        _conversation = conversation;
        _assistant = assistant;
    }

    /// <summary>The weights the engine comes with: <c>src/OMem/Recall/recall-weights.json</c>.</summary>
    public static RecallWeights Default => DefaultWeights.Value;

    /// <summary>The profile of a name.</summary>
    public RecallProfile Profile(string name) => name switch
    {
        Conversation => _conversation,
        Assistant => _assistant,
        _ => throw new ArgumentException($"No profile is named '{name}'.", nameof(name)),
    };

    /// <summary>The profile for a scope.</summary>
    public RecallProfile For(bool hasAssistant) => hasAssistant ? _assistant : _conversation;

    /// <summary>The same with another profile in the place of the one of its name.</summary>
    public RecallWeights With(RecallProfile profile) => profile.Name == Conversation
        ? new RecallWeights(profile, _assistant)
        : new RecallWeights(_conversation, profile);

    /// <summary>Reads a weights file.</summary>
    /// <exception cref="FormatException">It is not one; says where.</exception>
    public static RecallWeights Load(Stream stream)
    {
        try
        {
            using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var profiles = document.RootElement.GetProperty("profiles");
            return new RecallWeights(
                RecallProfile.Read(Conversation, profiles.GetProperty(Conversation)),
                RecallProfile.Read(Assistant, profiles.GetProperty(Assistant)));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"The recall weights cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Writes a weights file that <see cref="Load"/> reads; the same weights give the same bytes.</summary>
    public void Save(Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        writer.WriteStartObject();
        writer.WriteStartObject("profiles");
        _conversation.Write(writer);
        _assistant.Write(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
