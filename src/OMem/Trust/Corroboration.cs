namespace OMem.Trust;

/// <summary>Whether enough independent sources say the same. Every two of them have to be independent; a few sources are looked at, so that the work is bounded.</summary>
internal static class Corroboration
{
    /// <summary>Sources of one statement that are kept.</summary>
    public const int MostSources = 16;

    /// <summary>Whether so many of the sources are independent of each other.</summary>
    public static bool Has(IReadOnlyList<HeldSource> sources, int needed) =>
        Find([.. sources.Where(static source => SourceRules.CanCorroborate(source.Role)).Take(MostSources)], 0, [], needed);

    /// <summary>Whether a source can add anything to others: it is neither what one of them said before in the same place, nor a copy.</summary>
    public static bool Adds(HeldSource source, IReadOnlyList<HeldSource> sources) =>
        SourceRules.CanCorroborate(source.Role) && sources.Count < MostSources
        && sources.All(other => !(source.IsOfSpeaker(other) && source.IsOfSession(other)) && !source.Words.IsCopyOf(other.Words));

    private static bool Find(HeldSource[] sources, int from, List<HeldSource> chosen, int needed)
    {
        if (chosen.Count == needed)
        {
            return true;
        }

        for (var i = from; i < sources.Length; i++)
        {
            if (chosen.TrueForAll(sources[i].IsIndependentOf))
            {
                chosen.Add(sources[i]);
                if (Find(sources, i + 1, chosen, needed))
                {
                    return true;
                }

                chosen.RemoveAt(chosen.Count - 1);
            }
        }

        return false;
    }
}
