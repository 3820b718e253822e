namespace OMem.Consolidation.Clusters;

/// <summary>Label and summary of a cluster, put together from its members without a model.</summary>
internal static class ClusterText
{
    private const int Shown = 6;

    /// <summary>The aspect most members have; of several the first in ordinal order.</summary>
    public static string Label(IReadOnlyList<PersonaItem> members) => members
        .GroupBy(member => member.Aspect ?? string.Empty, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .First().Key;

    /// <summary>"Alice loves jazz; enjoys blues": the members' sentences, the subject said once.</summary>
    public static string Summary(string subject, IReadOnlyList<PersonaItem> members)
    {
        var parts = members.Take(Shown).Select(member => Predicate(subject, member.Text));
        var more = members.Count > Shown ? $"; and {members.Count - Shown} more" : string.Empty;
        return $"{subject} {string.Join("; ", parts)}{more}";
    }

    private static string Predicate(string subject, string text) =>
        text.StartsWith(subject + " ", StringComparison.Ordinal) ? text[(subject.Length + 1)..]
        : text.StartsWith(subject + "'s ", StringComparison.Ordinal) ? "has as " + text[(subject.Length + 3)..] : text;
}
