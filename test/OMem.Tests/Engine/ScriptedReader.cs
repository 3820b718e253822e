namespace OMem.Tests.Engine;

/// <summary>A reader that does what a test says: it proves how the worker treats readers, not how well anything is understood.</summary>
internal sealed class ScriptedReader(Func<StoredInteraction, InteractionUnderstanding> read) : IInteractionReader
{
    private int _calls;

    public int Calls => _calls;

    public ReaderIdentity Identity { get; init; } = new("scripted", "1");

    public Task<IReadOnlyList<InteractionUnderstanding>> ReadAsync(ReadingRequest request, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _calls);
        return Task.FromResult<IReadOnlyList<InteractionUnderstanding>>([.. request.Interactions.Select(read)]);
    }

    public static InteractionUnderstanding Nothing(StoredInteraction stored) => new(stored.Sequence, [], [], []);

    /// <summary>One exclusive attribute: the text after "home:" or so.</summary>
    public static InteractionUnderstanding Attribute(StoredInteraction stored)
    {
        var parts = stored.Interaction.Text.Split(':', 2, StringSplitOptions.TrimEntries);
        var speaker = stored.Interaction.Speaker;
        return new InteractionUnderstanding(
            stored.Sequence,
            [],
            [
                new AttributeCandidate
                {
                    Subject = speaker,
                    Aspect = parts[0],
                    Value = parts[1],
                    Text = $"{speaker} has the {parts[0]} {parts[1]}",
                    Exclusive = true,
                    Confidence = 0.9,
                    Evidence = new Evidence(stored.Sequence, stored.Interaction.Id, 0, stored.Interaction.Text.Length),
                },
            ],
            []);
    }
}
