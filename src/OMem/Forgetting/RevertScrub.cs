using OMem.Consolidation.Rulings;

namespace OMem.Forgetting;

/// <summary>Takes out of what a ledger row keeps for its undo everything that is of erased interactions.</summary>
/// <param name="taken">Their log positions.</param>
/// <param name="ids">Ids of items and topics that go.</param>
/// <param name="gone">Words that are nowhere in what stays.</param>
/// <param name="interactions">Their ids.</param>
internal sealed class RevertScrub(IReadOnlySet<long> taken, IReadOnlySet<string> ids, IReadOnlySet<string> gone, IReadOnlySet<string> interactions)
{
    /// <summary>What is left.</summary>
    /// <param name="row">The row.</param>
    /// <param name="data">What it keeps.</param>
    /// <returns>The rest, and whether anything is missing.</returns>
    public (RevertData? Data, bool IsLost) Of(LedgerEntry row, RevertData? data)
    {
        if (data is null)
        {
            return (null, false);
        }

        ItemBefore[]? items = data.Items is null ? null : [.. data.Items.Where(before => !IsTouched(before)).Select(Left)];
        var ruled = data.Ruled is { } was && IsTouched(was) ? null : data.Ruled;
        var statements = Statements(row, data, ruled);
        var made = data.Made is null ? null : Left(data.Made);
        var hidden = Left(data.Hidden);
        var isLost = items?.Length != data.Items?.Count || ruled != data.Ruled || made != data.Made || hidden?.Length != data.Hidden?.Count;
        var topics = data.Topics?.Any(IsTouched) is true;
        var clusters = data.Clusters?.Any(cluster => cluster.Members.Any(ids.Contains) || IsGone($"{cluster.Label} {cluster.Summary}")) is true;
        if (!isLost && !topics && !clusters && statements?.Count == data.Statements?.Count && Left(data.Unhidden)?.Length == data.Unhidden?.Count && Same(items, data.Items))
        {
            return (data, false);
        }

        var again = row.Operation is LedgerOperation.Forget && (isLost || topics || clusters);
        return (data with
        {
            Items = again ? null : items,
            Ruled = ruled,
            Made = made,
            Statements = statements,
            Hidden = hidden,
            Unhidden = Left(data.Unhidden),
            Waiting = Left(data.Waiting),
            Topics = again || topics ? null : data.Topics,
            Clusters = again || clusters ? null : data.Clusters,
            Again = again ? true : data.Again,
        }, isLost || topics || clusters);
    }

    private static bool Same(ItemBefore[]? left, IReadOnlyList<ItemBefore>? items) => left is null || left.Zip(items!).All(static pair => ReferenceEquals(pair.First, pair.Second));

    private bool IsGone(string text) => ContentWords.Of(text).Any(gone.Contains);

    private bool IsTouched(PersonaItem item) =>
        ids.Contains(item.Id) || item.Evidence.Any(evidence => taken.Contains(evidence.Sequence)) || (item.SupersededBy is { } by && ids.Contains(by)) || IsGone($"{item.Subject} {item.Text}");

    private bool IsTouched(ItemBefore before) =>
        ids.Contains(before.Id) || (before.Whole is { } whole && IsTouched(whole)) || (before.Fields?.SupersededBy is { } by && ids.Contains(by));

    private bool IsTouched(TopicBefore before) =>
        ids.Contains(before.Id) || before.Topic is { } topic && (topic.Interactions.Any(taken.Contains) || topic.Aliases.Prepend(topic.Label).Any(IsGone));

    private ItemBefore Left(ItemBefore before) =>
        before.Fields is { Added: { } added } fields && taken.Contains(added) ? before with { Fields = fields with { Added = null } } : before;

    /// <summary>What a person put in the place of another stays when it was kept: with the evidence that is left.</summary>
    private PersonaItem? Left(PersonaItem made) => ids.Contains(made.Id) || made.Evidence.All(evidence => taken.Contains(evidence.Sequence)) ? null
        : made.Evidence.Any(evidence => taken.Contains(evidence.Sequence)) ? made with { Evidence = [.. made.Evidence.Where(evidence => !taken.Contains(evidence.Sequence))] }
        : made;

    private long[]? Left(IReadOnlyList<long>? positions) => positions is null ? null : [.. positions.Where(sequence => !taken.Contains(sequence))];

    /// <summary>Where a statement that a person took back stands in messages that stay, so that it is not read there again, though nobody can tell any more what it said.</summary>
    private List<StatementMark>? Statements(LedgerEntry row, RevertData data, PersonaItem? ruled)
    {
        var marks = (data.Statements ?? []).Where(mark => !interactions.Contains(mark.InteractionId)).ToList();
        if (ruled is null && data.Ruled is { } was && row.Operation is LedgerOperation.Correct or LedgerOperation.Retract && !IsGone(was.Subject))
        {
            marks.AddRange(was.Evidence.Where(evidence => !taken.Contains(evidence.Sequence))
                .Select(evidence => new StatementMark(was.Kind, was.Subject, null, evidence.InteractionId, evidence.Start, evidence.Length)));
        }

        return marks.Count > 0 || data.Statements is not null ? marks : null;
    }
}
