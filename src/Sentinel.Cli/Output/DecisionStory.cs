using System.Globalization;
using Sentinel.Memory;

namespace Sentinel.Cli.Output;

/// <summary>A decision with all that the journal has of it.</summary>
internal sealed record DecisionStory(Decision Decision, IReadOnlyList<JournalEntry> Cited, IReadOnlyList<JournalEntry> After)
{
    private const string Episode = "epi-";
    private const string Last = "last";

    /// <summary>Looks a decision up by its id, the start of it, its cycle, or the last that traded.</summary>
    /// <exception cref="UsageException">Several ids start like that.</exception>
    public static DecisionStory? Find(IEnumerable<JournalEntry> entries, string wanted)
    {
        var all = entries.ToList();
        var decisions = all.Select(entry => entry.Payload).OfType<Decision>().ToList();
        var found = wanted.Equals(Last, StringComparison.OrdinalIgnoreCase) ? decisions.LastOrDefault(decision => decision.OrderIds.Count > 0) ?? decisions.LastOrDefault()
            : long.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var cycle) ? decisions.Find(decision => decision.Cycle == cycle)
            : ByStart(decisions, wanted);
        if (found is null)
        {
            return null;
        }

        var cited = found.Intent.CitedMemoryIds.Select(Named).ToHashSet(StringComparer.Ordinal);
        return new DecisionStory(
            found,
            [.. all.Where(entry => cited.Contains(entry.Id))],
            [.. all.Where(entry => IsAbout(entry.Payload, found.Id))]);
    }

    private static Decision? ByStart(List<Decision> decisions, string wanted)
    {
        var matches = decisions.Where(decision => decision.Id.StartsWith(wanted, StringComparison.Ordinal)).Take(2).ToList();
        return matches.Count > 1 ? throw new UsageException($"Several decisions start with {wanted}; give more of the id.") : matches.FirstOrDefault();
    }

    /// <summary>An episode is a decision seen again: it stands in the journal as that decision.</summary>
    private static string Named(string id) => id.StartsWith(Episode, StringComparison.Ordinal) ? id[Episode.Length..] : id;

    private static bool IsAbout(IJournalPayload payload, string id) => payload switch
    {
        FillEntry fill => string.Equals(fill.DecisionId, id, StringComparison.Ordinal),
        Outcome outcome => string.Equals(outcome.DecisionId, id, StringComparison.Ordinal),
        Assessment assessment => string.Equals(assessment.DecisionId, id, StringComparison.Ordinal),
        Reflection reflection => string.Equals(reflection.DecisionId, id, StringComparison.Ordinal),
        Denied denied => string.Equals(denied.DecisionId, id, StringComparison.Ordinal),
        _ => false,
    };
}
