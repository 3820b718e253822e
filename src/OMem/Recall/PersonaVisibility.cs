namespace OMem.Recall;

/// <summary>Which persona items may be shown: what is believed, as of now or as of an instant.</summary>
internal static class PersonaVisibility
{
    /// <summary>Whether an item is shown. Without an instant: not superseded. With one: recorded by then, not yet superseded then and, for an attribute, true then.</summary>
    public static bool IsShown(PersonaItem item, DateTimeOffset? asOf)
    {
        if (asOf is not { } instant)
        {
            return item.SupersededAt is null;
        }

        var believed = item.RecordedAt <= instant && (item.SupersededAt is null || item.SupersededAt > instant);
        var valid = item.Kind == PersonaItemKind.Fact
            || ((item.ValidFrom is null || item.ValidFrom <= instant) && (item.ValidTo is null || item.ValidTo > instant));
        return believed && valid;
    }

    /// <summary>Whether the query's filters let an item pass: by its subject, and by any of its evidence.</summary>
    public static bool Passes(PersonaItem item, Ranking ranking, RecallQuery query)
    {
        if (query.Speaker is { } speaker && !string.Equals(speaker, item.Subject, StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var evidence in item.Evidence)
        {
            if (evidence.Sequence >= 1 && evidence.Sequence <= ranking.View.Count && ranking.AllowsAnySpeaker((int)evidence.Sequence - 1))
            {
                return true;
            }
        }

        return query is { Session: null, From: null, To: null } && item.Evidence.Count == 0;
    }
}
