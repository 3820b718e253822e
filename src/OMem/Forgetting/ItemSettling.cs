using OMem.Consolidation;

namespace OMem.Forgetting;

/// <summary>Attributes that hold again beside what was said since: of two that cannot both hold the later has the last word, and of two that say the same one is enough.</summary>
internal sealed class ItemSettling(DerivedState state, Dictionary<ItemEntry, PersonaItem> changed, IReadOnlySet<string> removed)
{
    /// <summary>Closes the earlier of each two.</summary>
    /// <param name="opened">Those that hold again.</param>
    /// <param name="among">Which others to compare with; null for all.</param>
    public void Settle(IReadOnlyList<ItemEntry> opened, Func<ItemEntry, bool>? among = null)
    {
        foreach (var entry in opened.Where(static entry => entry.Item.Kind is PersonaItemKind.Attribute).OrderBy(static entry => entry.Item.Id, StringComparer.Ordinal))
        {
            var group = state.Items.Group(DerivedState.AttributeGroup(entry.Item.Subject, entry.Item.Aspect ?? ""));
            foreach (var other in group.Where(other => other != entry && !removed.Contains(other.Item.Id) && among?.Invoke(other) is not false).ToList())
            {
                if (IsOpen(entry) && IsOpen(other) && Clash(entry, other) && Now(entry).LastStatedAt != Now(other).LastStatedAt)
                {
                    var (earlier, later) = Now(entry).LastStatedAt < Now(other).LastStatedAt || Now(entry).LastStatedAt is null ? (entry, other) : (other, entry);
                    Close(earlier, Next(earlier, later, group));
                }
            }
        }
    }

    private PersonaItem Now(ItemEntry entry) => changed.GetValueOrDefault(entry, entry.Item);

    private bool IsOpen(ItemEntry entry) => Now(entry).SupersededAt is null;

    /// <summary>What is held back overrules nothing, and is overruled by nothing.</summary>
    private static bool Clash(ItemEntry one, ItemEntry other) => !one.Item.Held && !other.Item.Held && (
        (one.Item is { Exclusive: true, Polarity: Polarity.Positive } && other.Item is { Exclusive: true, Polarity: Polarity.Positive })
        || one.Key.Overlap(other.Key) >= ConsolidationLimits.SameByWords);

    /// <summary>Of values that are held one at a time, the one that began next.</summary>
    private ItemEntry Next(ItemEntry earlier, ItemEntry later, IReadOnlyList<ItemEntry> group) => !earlier.Item.Exclusive
        ? later
        : group.Where(entry => entry != earlier && !removed.Contains(entry.Item.Id) && entry.Item is { Exclusive: true, Polarity: Polarity.Positive } && entry.Item.ValidFrom > earlier.Item.ValidFrom)
            .OrderBy(static entry => entry.Item.ValidFrom).ThenBy(static entry => entry.Item.Id, StringComparer.Ordinal).FirstOrDefault() ?? later;

    private void Close(ItemEntry earlier, ItemEntry by)
    {
        var item = Now(earlier);
        var end = by.Item.ValidFrom > item.ValidFrom ? by.Item.ValidFrom : by.Item.LastStatedAt;
        changed[earlier] = item with { ValidTo = end < item.ValidFrom ? item.ValidFrom : end, SupersededAt = by.Item.RecordedAt, SupersededBy = by.Item.Id };
    }
}
