using OMem.Interactions;

namespace OMem.Recall;

/// <summary>Says where an item comes from.</summary>
internal static class Citations
{
    /// <summary>The citation of one interaction.</summary>
    public static Citation Of(StoredInteraction stored) => new(
        stored.Interaction.Id,
        stored.Sequence,
        stored.Interaction.Speaker,
        stored.Interaction.Role,
        stored.Interaction.OccurredAt,
        stored.Interaction.Session);

    /// <summary>The citations of a persona item, in log order, each interaction once; what the filters of the query leave out is not named either.</summary>
    public static IReadOnlyList<Citation> Of(PersonaItem item, ScopeView view, TurnFilter? filter)
    {
        var citations = new List<Citation>();
        foreach (var evidence in item.Evidence.DistinctBy(static evidence => evidence.Sequence).OrderBy(static evidence => evidence.Sequence))
        {
            if (view.TurnAt(evidence.Sequence) is >= 0 and var turn && filter?.AllowsAnySpeaker(turn) is not false)
            {
                citations.Add(Of(evidence, view, turn));
            }
        }

        return citations;
    }

    private static Citation Of(Evidence evidence, ScopeView view, int turn)
    {
        var columns = view.Columns;
        var session = view.Sessions[columns.Session[turn]];
        var occurredAt = new DateTimeOffset(columns.OccurredAt[turn], TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(columns.OffsetMinutes[turn]));
        return new Citation(
            evidence.InteractionId,
            evidence.Sequence,
            view.Speakers[columns.Speaker[turn]],
            (SpeakerRole)columns.Role[turn],
            occurredAt,
            session.Length == 0 ? null : session);
    }
}
