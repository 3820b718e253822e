using Sentinel.Memory;

namespace Sentinel.Agents;

/// <summary>Takes what a memory manager read to the toolkit: attributes wait for a person's answer, topics become notes that end, events become observations.</summary>
/// <remarks>Nothing here changes the persona, a limit or an event of the market.</remarks>
public sealed class ProposalDesk(IMemoryToolkit toolkit)
{
    private static readonly TimeSpan TopicLife = TimeSpan.FromDays(1);

    /// <summary>Hands everything in.</summary>
    /// <returns>Ids of what waits for an answer.</returns>
    public async Task<IReadOnlyList<string>> SubmitAsync(MemoryExtraction extraction, DateTimeOffset asOf, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(extraction);
        foreach (var topic in extraction.Topics)
        {
            await toolkit.SetWorkingNoteAsync(asOf, topic.Topic, $"talked of in {topic.Evidence.Count} sources", TopicLife, cancellationToken).ConfigureAwait(false);
        }

        foreach (var found in extraction.Events)
        {
            await toolkit.RecordObservationAsync(asOf, $"{found.Type} said of {found.Symbol?.Value ?? "no market"} ({string.Join(", ", found.Evidence)})", cancellationToken).ConfigureAwait(false);
        }

        var queued = new List<string>();
        foreach (var attribute in extraction.Attributes)
        {
            queued.AddRange((await toolkit.ProposePersonaUpdateAsync(asOf, attribute.Attribute, attribute.Value, attribute.Evidence, cancellationToken).ConfigureAwait(false)).Ids);
        }

        return queued;
    }
}
