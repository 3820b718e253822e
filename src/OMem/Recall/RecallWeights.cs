using System.Text.Json;

namespace OMem.Recall;

/// <summary>The learned weights: a profile for questions about a chat between people, one for a user with an assistant, one for queries that are statements. Immutable and thread-safe.</summary>
internal sealed class RecallWeights
{
    /// <summary>Profile names.</summary>
    public const string Conversation = "conversation", Assistant = "assistant", Statement = "statement";

    private static readonly string[] Names = [Conversation, Assistant, Statement];

    private const string ResourceName = "OMem.Recall.recall-weights.json";

    private static readonly Lazy<RecallWeights> DefaultWeights = new(static () =>
    {
        using var stream = typeof(RecallWeights).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The resource {ResourceName} is missing.");
        return Load(stream);
    });

    private readonly RecallProfile[] _profiles;

    private RecallWeights(RecallProfile[] profiles)
    {
        _profiles = profiles;
    }

    /// <summary>The weights the engine comes with: <c>src/OMem/Recall/recall-weights.json</c>.</summary>
    public static RecallWeights Default => DefaultWeights.Value;

    /// <summary>The profile of a name.</summary>
    public RecallProfile Profile(string name) =>
        Array.Find(_profiles, profile => string.Equals(profile.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"No profile is named '{name}'.", nameof(name));

    /// <summary>The profile for a scope and query.</summary>
    /// <param name="hasAssistant">Whether an assistant takes part in the scope.</param>
    /// <param name="isStatement">Whether the query states something, and can be compared by vector.</param>
    public RecallProfile For(bool hasAssistant, bool isStatement = false) =>
        Profile(isStatement ? Statement : hasAssistant ? Assistant : Conversation);

    /// <summary>The same with another profile in the place of the one of its name.</summary>
    public RecallWeights With(RecallProfile profile) =>
        new([.. _profiles.Select(known => string.Equals(known.Name, profile.Name, StringComparison.Ordinal) ? profile : known)]);

    /// <summary>Reads a weights file.</summary>
    /// <exception cref="FormatException">It is not one; says where.</exception>
    public static RecallWeights Load(Stream stream)
    {
        try
        {
            using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var profiles = document.RootElement.GetProperty("profiles");
            return new RecallWeights([.. Names.Select(name => RecallProfile.Read(name, profiles.GetProperty(name)))]);
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
        foreach (var profile in _profiles)
        {
            profile.Write(writer);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
