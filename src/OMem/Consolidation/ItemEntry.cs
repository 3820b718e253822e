using OMem.Storage;

namespace OMem.Consolidation;

/// <summary>An item as consolidation holds it: with its key made once.</summary>
internal sealed class ItemEntry(StoredItem stored, ValueKey key) : IMarked
{
    /// <summary>The item and its index data; replaced when the item changes, which leaves the index data as they are.</summary>
    public StoredItem Stored { get; set; } = stored;

    /// <summary>The item.</summary>
    public PersonaItem Item => Stored.Item;

    /// <summary>Stems of its value, or of a fact's sentence.</summary>
    public ValueKey Key { get; } = key;

    /// <summary>The vector of its sentence.</summary>
    public SentenceVector Vector { get; } = SentenceVector.Of(stored.Index);

    /// <inheritdoc/>
    public long Mark { get; set; }

    /// <summary>Whether it is believed now.</summary>
    public bool IsCurrent => Item.SupersededAt is null;

    /// <summary>An entry for an item of the store.</summary>
    public static ItemEntry Of(StoredItem stored) => new(stored, KeyOf(stored.Item));

    /// <summary>The key an item is compared by.</summary>
    public static ValueKey KeyOf(PersonaItem item) =>
        item.Kind is PersonaItemKind.Attribute ? ValueKey.Of(item.Value) : ValueKey.OfSentence(item.Text, item.Subject);
}
