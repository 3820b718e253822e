using OMem.Consolidation.Rulings;

namespace OMem.Forgetting;

/// <summary>Puts topics back as they were before a forget, with what was said since.</summary>
internal static class TopicReturn
{
    /// <summary>Puts them back.</summary>
    /// <param name="topics">Every topic by id; null for one that goes.</param>
    /// <param name="kept">As they were.</param>
    public static void PutBack(Dictionary<string, Topic?> topics, IReadOnlyList<TopicBefore> kept)
    {
        var back = kept.SelectMany(static before => before.Topic?.Interactions ?? []).ToHashSet();
        foreach (var (id, before) in kept)
        {
            var now = topics.GetValueOrDefault(id);
            topics[id] = (before, now) switch
            {
                (null, null) => null,

                // It was another's name meanwhile: what has come since stays with it.
                (null, _) => now.Interactions.Any(sequence => !back.Contains(sequence)) ? now with { Interactions = [.. now.Interactions.Where(sequence => !back.Contains(sequence))] } : null,
                (_, null) => before,
                _ => Joined(before, now),
            };
        }
    }

    private static Topic Joined(Topic before, Topic now)
    {
        string[] added = [.. now.Aliases.Prepend(now.Label).Where(wording => !string.Equals(wording, before.Label, StringComparison.Ordinal) && !before.Aliases.Contains(wording, StringComparer.Ordinal))];
        return before with
        {
            Aliases = added.Length == 0 ? before.Aliases : [.. before.Aliases, .. added],
            Interactions = [.. before.Interactions.Union(now.Interactions).Order()],
            FirstAt = before.FirstAt <= now.FirstAt ? before.FirstAt : now.FirstAt,
            LastAt = before.LastAt >= now.LastAt ? before.LastAt : now.LastAt,
        };
    }
}
