namespace OMem.Persona;

/// <summary>
/// From where in time attributes and facts are looked at. Two questions that do not mix: what was believed at <paramref name="AsOf"/>
/// (the memory's time), and what was true at <paramref name="ValidAt"/> (the person's time).
/// </summary>
/// <param name="AsOf">The belief of this instant; null for the present one.</param>
/// <param name="ValidAt">What that belief holds for true at this instant; null for what it holds for true still.</param>
/// <param name="IncludeSuperseded">Also what it no longer holds for true.</param>
internal readonly record struct TimeView(DateTimeOffset? AsOf, DateTimeOffset? ValidAt, bool IncludeSuperseded)
{
    /// <summary>The view of a recall.</summary>
    public static TimeView Of(RecallQuery query) => new(query.AsOf, query.ValidAt, query.IncludeSuperseded);

    /// <summary>The view of a persona card.</summary>
    public static TimeView Of(PersonaQuery query) => new(query.AsOf, query.ValidAt, query.IncludeSuperseded);

    /// <summary>The item as this view shows it; null when it does not.</summary>
    public PersonaItem? See(PersonaItem item)
    {
        if (item.Held)
        {
            return null;
        }

        if (Believed(item) is not { } believed)
        {
            return null;
        }

        var shown = ValidAt is { } instant ? IsTrueAt(believed, instant) : IncludeSuperseded || IsCurrent(believed);
        return shown ? believed : null;
    }

    /// <summary>The item as it was believed; null when it was not known yet.</summary>
    private PersonaItem? Believed(PersonaItem item)
    {
        if (AsOf is not { } instant)
        {
            return item;
        }

        if (item.RecordedAt > instant)
        {
            return null;
        }

        if (item.SupersededAt is null || item.SupersededAt <= instant)
        {
            return item;
        }

        // What ended it was learnt later: at that instant it was still held to be true. A fact's end is when it happened, and stays.
        var end = item.Kind is PersonaItemKind.Attribute || IsWithdrawn(item) ? null : item.ValidTo;
        return item with { SupersededAt = null, SupersededBy = null, ValidTo = end };
    }

    /// <summary>Whether it is held never to have been true: it was corrected or taken back, not outlived.</summary>
    public static bool IsWithdrawn(PersonaItem item) => item.SupersededAt is not null && (item.ValidFrom is { } from && item.ValidTo is { } to ? to <= from
        : item.Kind is PersonaItemKind.Fact ? item.SupersededBy is null : item.ValidTo is null);

    /// <summary>Whether it is believed and holds now.</summary>
    public static bool IsCurrent(PersonaItem item) =>
        item.SupersededAt is null && (item.Kind is PersonaItemKind.Fact || item.ValidTo is null);

    private static bool IsTrueAt(PersonaItem item, DateTimeOffset instant)
    {
        var stated = item.LastStatedAt ?? item.RecordedAt;
        if (item.Kind is PersonaItemKind.Fact)
        {
            // A plan is one from when it is told until it comes true or is given up; what has happened has happened for good.
            return item.Aspect is null
                ? item.SupersededAt is null && (item.ValidFrom ?? stated) <= instant
                : stated <= instant && !IsWithdrawn(item) && (item.SupersededAt is null || instant < (item.ValidFrom ?? item.SupersededAt));
        }

        // Without an end, what was superseded was withdrawn: it was never true.
        return (item.ValidFrom is null || item.ValidFrom <= instant)
            && (item.ValidTo is { } to ? instant < to : item.SupersededAt is null);
    }
}
