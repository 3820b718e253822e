using Sentinel.Memory;

namespace Sentinel.Replay.Experiment;

/// <summary>Counts what stands in contexts and was not known by their time. It believes neither the memory's filters nor the ranking's.</summary>
internal sealed class LeakCounter
{
    private readonly List<(DateTimeOffset AsOf, IReadOnlyList<string> Ids)> _cited = [];

    /// <summary>Leaks found so far in what contexts say of themselves.</summary>
    public int Stated { get; private set; }

    /// <summary>Takes in the context of a decision.</summary>
    public void Add(DecisionContext context)
    {
        Stated += Times(context).Count(time => time > context.AsOf);
        _cited.Add((context.AsOf, context.Ids));
    }

    /// <summary>All leaks: also ids of entries that the journal dates later than the context that names them.</summary>
    public int Total(IJournal journal)
    {
        var knownAt = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var entry in journal.Read())
        {
            knownAt[entry.Id] = entry.AsOf;
            if (entry.Payload is Decision)
            {
                knownAt[$"epi-{entry.Id}"] = entry.AsOf;
            }
        }

        return Stated + _cited.Sum(cited => cited.Ids.Count(id => knownAt.TryGetValue(id, out var time) && time > cited.AsOf));
    }

    private static IEnumerable<DateTimeOffset> Times(DecisionContext context) =>
    [
        .. context.Mandate is { } view ? [view.Mandate.KnownAt] : Array.Empty<DateTimeOffset>(),
        .. context.Portfolio is { } books ? [books.AsOf] : Array.Empty<DateTimeOffset>(),
        .. context.Situation.Events.Select(static found => found.KnownAt),
        .. context.Conflicts.Select(static conflict => conflict.Since),
        .. context.Persona is { } persona ? persona.Declared.Concat(persona.Revealed).Select(static attribute => attribute.KnownAt) : [],
        .. context.Working is { } working ? Times(working) : [],
        .. context.Episodes is { } episodes ? episodes.Items.SelectMany(static item => new[] { item.Episode.KnownAt, item.Outcome.SettledAt }) : [],
    ];

    private static IEnumerable<DateTimeOffset> Times(WorkingSection working) =>
    [
        .. working.Regime is { } regime ? [regime.Since] : Array.Empty<DateTimeOffset>(),
        .. working.Events.Select(static found => found.KnownAt),
        .. working.Theses.Select(static thesis => thesis.OpenedAt),
        .. working.Theses.Where(static thesis => thesis.Broken is not null).Select(static thesis => thesis.Broken!.At),
        .. working.PendingOrders.Select(static pending => pending.PlacedAt),
        .. working.Notes.Select(static note => note.KnownAt),
    ];
}
