using OMem;

namespace CustomReader;

#region reader
/// <summary>Reads forms: "home: Leeds", one field a line.</summary>
internal sealed class FormReader : IInteractionReader
{
    public ReaderIdentity Identity { get; } = new("form", "1");

    public Task<IReadOnlyList<InteractionUnderstanding>> ReadAsync(ReadingRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<InteractionUnderstanding>>([.. request.Interactions.Select(Read)]);

    private static InteractionUnderstanding Read(StoredInteraction stored)
    {
        var attributes = new List<AttributeCandidate>();
        var start = 0;
        foreach (var line in stored.Interaction.Text.Split('\n'))
        {
            if (line.Split(": ", 2) is [var field, var value])
            {
                attributes.Add(new AttributeCandidate
                {
                    Subject = stored.Interaction.Speaker,
                    Aspect = field,
                    Value = value,
                    Text = $"{stored.Interaction.Speaker} entered {field}: {value}",
                    Exclusive = field is "home", // one at a time: a new one supersedes the old
                    Confidence = 0.95,
                    Evidence = new Evidence(stored.Sequence, stored.Interaction.Id, start, line.Length),
                });
            }

            start += line.Length + 1;
        }

        return new InteractionUnderstanding(stored.Sequence, Topics: [], attributes, Facts: []);
    }
}
#endregion
