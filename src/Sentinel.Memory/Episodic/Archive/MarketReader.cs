using OMem;

namespace Sentinel.Memory;

/// <summary>
/// Reads market interactions by their metadata: the market and the kinds of event are their topics, and nothing is learnt about people. No words
/// are analysed, so understanding a year of events takes no time.
/// </summary>
internal sealed class MarketReader : IInteractionReader
{
    public ReaderIdentity Identity { get; } = new("market", "1");

    public Task<IReadOnlyList<InteractionUnderstanding>> ReadAsync(ReadingRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<InteractionUnderstanding>>([.. request.Interactions.Select(Read)]);

    private static InteractionUnderstanding Read(StoredInteraction stored)
    {
        var evidence = new Evidence(stored.Sequence, stored.Interaction.Id, 0, 0);
        var topics = new List<TopicCandidate>();
        if (stored.Interaction.Metadata.TryGetValue(ArchiveKeys.Symbol, out var symbol))
        {
            topics.Add(new TopicCandidate(symbol.ToLowerInvariant(), 0.5, evidence));
        }

        if (stored.Interaction.Metadata.TryGetValue(ArchiveKeys.Events, out var events))
        {
            topics.AddRange(events.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)
                .Select(type => new TopicCandidate(type.Replace('_', ' '), 0.5, evidence)));
        }

        return new InteractionUnderstanding(stored.Sequence, topics, [], []);
    }
}
