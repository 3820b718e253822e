using OMem.Understanding.Corrections;
using OMem.Understanding.Prose;
using OMem.Understanding.Told;
using OMem.Understanding.Topics;

namespace OMem.Understanding;

/// <summary>
/// Reads interactions by rules, without a model: key phrases as topics, first-person statements as attributes, events as facts.
/// English; other languages give topics of capitalised words at most. Reads the first <see cref="ProseReader.MaxLength"/> units of a text.
/// </summary>
/// <remarks>
/// Stateless and thread-safe. Deterministic: the same interaction with the same <see cref="ReadingWindow.Length"/> interactions before it
/// gives the same, whatever the batch and the culture. What others than persons say is read as told of the user: whether it is believed is not for a reader to say.
/// </remarks>
internal sealed class LocalInteractionReader : IInteractionReader
{
    /// <inheritdoc/>
    public ReaderIdentity Identity { get; } = new("local", "2");

    /// <inheritdoc/>
    public Task<IReadOnlyList<InteractionUnderstanding>> ReadAsync(ReadingRequest request, CancellationToken cancellationToken = default)
    {
        var known = request.Before.Concat(request.Interactions).ToList();
        var read = new List<InteractionUnderstanding>(request.Interactions.Count);
        for (var i = 0; i < request.Interactions.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            read.Add(Read(request.Scope, request.Interactions[i], known, request.Before.Count + i));
        }

        return Task.FromResult<IReadOnlyList<InteractionUnderstanding>>(read);
    }

    private static InteractionUnderstanding Read(MemoryScope scope, StoredInteraction stored, List<StoredInteraction> known, int index)
    {
        var sentences = ProseReader.Read(stored.Interaction.Text);
        var topics = Topics(stored, sentences);
        if (stored.Interaction.Role is not SpeakerRole.Person)
        {
            var told = ToldReader.Read(scope, known, index, sentences);
            return new InteractionUnderstanding(stored.Sequence, topics, told.Attributes, told.Facts);
        }

        var (attributes, facts) = MessageReading.Read(stored, sentences);
        foreach (var sentence in sentences)
        {
            if (CorrectionReader.Read(sentence) is { } correction)
            {
                var corrected = CorrectedReading.Read(correction, stored, Earlier(stored, correction, known, index));
                return new InteractionUnderstanding(stored.Sequence, topics, [.. attributes, .. corrected.Attributes], [.. facts, .. corrected.Facts]);
            }
        }

        return new InteractionUnderstanding(stored.Sequence, topics, attributes, facts);
    }

    /// <summary>What the same speaker said before the correction, the latest first.</summary>
    private static IEnumerable<StoredInteraction> Earlier(StoredInteraction stored, Correction correction, List<StoredInteraction> known, int index)
    {
        yield return stored with { Interaction = stored.Interaction with { Text = stored.Interaction.Text[..correction.Phrase.SourceStart] } };
        for (var i = index - 1; i >= Math.Max(0, index - ReadingWindow.Length); i--)
        {
            if (string.Equals(known[i].Interaction.Speaker, stored.Interaction.Speaker, StringComparison.Ordinal) && known[i].Interaction.Role is SpeakerRole.Person)
            {
                yield return known[i];
            }
        }
    }

    private static List<TopicCandidate> Topics(StoredInteraction stored, List<Sentence> sentences)
    {
        var phrases = KeyPhraseReader.Read(sentences);
        var total = phrases.Sum(phrase => phrase.Score);
        return phrases.ConvertAll(phrase => new TopicCandidate(
            phrase.Label,
            Math.Round(phrase.Score / total, 4),
            new Evidence(stored.Sequence, stored.Interaction.Id, phrase.Phrase.SourceStart, phrase.Phrase.SourceEnd - phrase.Phrase.SourceStart)));
    }
}
