using OMem.Consolidation;

namespace OMem.Forgetting;

/// <summary>What follows from taking interactions away.</summary>
internal sealed record CascadePlan
{
    /// <summary>The log positions that are taken.</summary>
    public required IReadOnlySet<long> Taken { get; init; }

    /// <summary>Items that go: nothing they could rest on is left, or their wording is that of what is taken.</summary>
    public required IReadOnlyList<ItemEntry> Removed { get; init; }

    /// <summary>Items that stay and become others: with less evidence, or open again.</summary>
    public required IReadOnlyList<ChangedItem> Changed { get; init; }

    /// <summary>Items that rest on interactions taken and on others: changed by a forget, removed by an erase.</summary>
    public required IReadOnlyList<ItemEntry> Weakened { get; init; }

    /// <summary>Topics that change.</summary>
    public required IReadOnlyList<TopicChange> Topics { get; init; }

    /// <summary>Log positions to be read again.</summary>
    public required IReadOnlyList<long> ReadAgain { get; init; }
}

/// <summary>An item that becomes another.</summary>
/// <param name="Entry">The item as it is.</param>
/// <param name="Item">As it is to be.</param>
internal sealed record ChangedItem(ItemEntry Entry, PersonaItem Item);

/// <summary>A topic that becomes another.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Before">As it is; null when it is not there.</param>
/// <param name="After">As it is to be; null when it goes.</param>
internal sealed record TopicChange(string Id, Topic? Before, Topic? After);
