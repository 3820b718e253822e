namespace OMem.Recall;

/// <summary>Whether the query's filters let a persona item pass: by its subject, and by any of its evidence.</summary>
internal static class PersonaVisibility
{
    public static bool Passes(PersonaItem item, Ranking ranking, RecallQuery query)
    {
        if (query.Speaker is { } speaker && !string.Equals(speaker, item.Subject, StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var evidence in item.Evidence)
        {
            if (ranking.View.TurnAt(evidence.Sequence) is >= 0 and var turn && ranking.AllowsAnySpeaker(turn))
            {
                return true;
            }
        }

        return query is { Session: null, From: null, To: null } && item.Evidence.Count == 0;
    }
}
