using OMem.Understanding;

namespace OMem.Tests.Understanding;

/// <summary>Reads single messages of Alice, said at noon (UTC) on Wednesday 10 May 2023.</summary>
internal static class Reading
{
    private static readonly MemoryScope Scope = new("tenant", "user");

    public static DateTimeOffset SaidAt { get; } = new(2023, 5, 10, 12, 0, 0, TimeSpan.Zero);

    public static StoredInteraction Message(string text, SpeakerRole role = SpeakerRole.Person, long sequence = 1, string speaker = "Alice") => new(
        sequence, new Interaction { Id = $"m{sequence}", Speaker = speaker, Role = role, Text = text, OccurredAt = SaidAt }, SaidAt);

    public static async Task<InteractionUnderstanding> ReadAsync(string text, SpeakerRole role = SpeakerRole.Person) =>
        WithoutPartings((await ReadAsync([Message(text, role)])).Single());

    /// <summary>What was parted with, as "aspect:value".</summary>
    public static async Task<string[]> PartingsAsync(string text) =>
        [.. (await ReadAsync([Message(text)])).Single().Attributes.Where(static attribute => attribute.EndsOnly).Select(static attribute => $"{attribute.Aspect}:{attribute.Value}")];

    /// <summary>What one person parted with.</summary>
    public static async Task<string[]> PartingsOfAsync(string text, string subject) =>
        [.. (await ReadAsync([Message(text)])).Single().Attributes.Where(attribute => attribute.EndsOnly && attribute.Subject == subject).Select(static attribute => attribute.Value)];

    /// <summary>Partings state nothing of their own.</summary>
    private static InteractionUnderstanding WithoutPartings(InteractionUnderstanding read) =>
        read with { Attributes = [.. read.Attributes.Where(static attribute => !attribute.EndsOnly)] };

    public static Task<IReadOnlyList<InteractionUnderstanding>> ReadAsync(IReadOnlyList<StoredInteraction> messages, params StoredInteraction[] before) =>
        new LocalInteractionReader().ReadAsync(new ReadingRequest(Scope, messages, before));

    /// <summary>The attributes as "aspect:value", with "-" before a denied one, "<" before an ended one and ">" before a planned one.</summary>
    public static async Task<string[]> AttributesAsync(string text) =>
        [.. (await ReadAsync(text)).Attributes.Where(attribute => attribute.Subject == "Alice").Select(Show)];

    public static string Show(AttributeCandidate attribute) =>
        (attribute.Tense switch { Tense.Ended => "<", Tense.Future => ">", _ => string.Empty })
        + (attribute.Polarity is Polarity.Negative ? "-" : string.Empty) + attribute.Aspect + ":" + attribute.Value;
}
