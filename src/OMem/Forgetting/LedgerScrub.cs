using OMem.Consolidation;
using OMem.Consolidation.Rulings;

namespace OMem.Forgetting;

/// <summary>
/// What is left to say, after an erase, of ledger rows that told of what was erased: that something was done, when and by whom. Rows that told of it among
/// other things keep the rest, and can be undone as long as nothing is missing that their undo would bring back.
/// </summary>
internal sealed class LedgerScrub
{
    /// <summary>What stands for an id in a row that was written over.</summary>
    public const string ErasedId = "erased";

    private const string Erased = "erased";

    private readonly LedgerBook _book;
    private readonly IReadOnlySet<long> _taken;
    private readonly HashSet<string> _ids;
    private readonly HashSet<string> _gone;
    private readonly Dictionary<string, DateTimeOffset> _subjects;
    private readonly RevertScrub _revert;

    public LedgerScrub(DerivedState state, LedgerBook book, ScopeLog log, CascadePlan plan)
    {
        _book = book;
        _taken = plan.Taken;
        _ids = plan.Removed.Select(static entry => entry.Item.Id)
            .Concat(plan.Topics.Where(static change => change.After is null || !string.Equals(change.After.Label, change.Before?.Label, StringComparison.Ordinal)).Select(static change => change.Id))
            .ToHashSet(StringComparer.Ordinal);
        _subjects = plan.Removed.Where(static entry => entry.Item.Kind is PersonaItemKind.Attribute)
            .GroupBy(static entry => entry.Item.Subject, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Min(static entry => entry.Item.RecordedAt), StringComparer.Ordinal);
        _gone = GoneWords(state, log, plan);
        _revert = new RevertScrub(_taken, _ids, _gone, plan.Taken.Select(log.Find).OfType<StoredInteraction>().Select(static stored => stored.Interaction.Id).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The rows that change, as they are to be.</summary>
    public IReadOnlyList<LedgerEntry> Run() => [.. _book.Entries.Select(Left).OfType<LedgerEntry>()];

    private LedgerEntry? Left(LedgerEntry row)
    {
        var kept = _book.Revert(row);
        var (data, isLost) = _revert.Of(row, kept);
        var isOfPeople = LedgerBook.OfPeople.Contains(row.Operation);
        if (_ids.Contains(row.ItemId) || (row.Evidence.Count > 0 && row.Evidence.All(evidence => _taken.Contains(evidence.Sequence))) || IsOfErasedCluster(row))
        {
            return Blank(row, data);
        }

        var losesOther = row.SupersededId is { } superseded && _ids.Contains(superseded);
        var losesReason = (isOfPeople || row.Actor.StartsWith("judge@", StringComparison.Ordinal)) && IsGone(row.Reason);
        if (ReferenceEquals(data, kept) && !losesOther && !losesReason && !row.Evidence.Any(evidence => _taken.Contains(evidence.Sequence)) && !IsGone(row.Before) && !IsGone(row.After) && !IsGone(row.Aspect))
        {
            return null;
        }

        return row with
        {
            Aspect = IsGone(row.Aspect) ? null : row.Aspect,
            Before = losesOther || IsGone(row.Before) ? null : row.Before,
            After = IsGone(row.After) ? null : row.After,
            SupersededId = losesOther ? null : row.SupersededId,
            Evidence = [.. row.Evidence.Where(evidence => !_taken.Contains(evidence.Sequence))],
            Reason = losesReason || losesOther ? Erased : row.Reason,
            Revert = (isLost && isOfPeople && row.Operation is not LedgerOperation.Forget ? (data ?? new RevertData()) with { Gone = true } : data)?.Write(),
        };
    }

    private static LedgerEntry Blank(LedgerEntry row, RevertData? data) => new()
    {
        Sequence = row.Sequence,
        RecordedAt = row.RecordedAt,
        Actor = row.Actor,
        Operation = row.Operation,
        ItemId = ErasedId,
        ItemKind = row.ItemKind,
        Reason = Erased,
        Revert = LedgerBook.ChangesItems(row)
            ? new RevertData { Gone = true, At = data?.At, Targets = data?.Targets, Statements = data?.Statements, Hidden = data?.Hidden, Unhidden = data?.Unhidden }.Write()
            : null,
    };

    /// <summary>The words of a group are those of its members at the time, which the row does not name.</summary>
    private bool IsOfErasedCluster(LedgerEntry row) =>
        row.Operation is LedgerOperation.Cluster && row.Subject is { } subject && _subjects.TryGetValue(subject, out var since) && row.RecordedAt >= since;

    private bool IsGone(string? text) => text is not null && ContentWords.Of(text).Any(_gone.Contains);

    /// <summary>Words of what goes that are nowhere in what stays.</summary>
    private static HashSet<string> GoneWords(DerivedState state, ScopeLog log, CascadePlan plan)
    {
        var removed = plan.Removed.ToHashSet();
        var after = plan.Topics.ToDictionary(static change => change.Id, static change => change.After, StringComparer.Ordinal);
        var gone = ContentWords.Of(plan.Taken.Select(log.Text)
            .Concat(removed.Select(static entry => entry.Item.Text))
            .Concat(plan.Topics.SelectMany(static change => Wordings(change.Before))));
        gone.ExceptWith(ContentWords.Of(
            log.Rows.Where(row => !plan.Taken.Contains(row.Sequence)).SelectMany(static row => new[] { row.Interaction.Text, row.Interaction.Speaker })
                .Concat(state.All.Where(entry => !removed.Contains(entry)).SelectMany(static entry => new[] { entry.Item.Text, entry.Item.Subject, entry.Item.Aspect ?? "" }))
                .Concat(state.Topics.All.Select(static entry => entry.Stored.Topic).SelectMany(topic => Wordings(after.TryGetValue(topic.Id, out var left) ? left : topic)))));
        return gone;
    }

    private static IEnumerable<string> Wordings(Topic? topic) => topic is null ? [] : topic.Aliases.Prepend(topic.Label);
}
