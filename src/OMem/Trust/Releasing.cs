using OMem.Consolidation;

namespace OMem.Trust;

/// <summary>What gives way when a person vouches for a statement.</summary>
internal static class Releasing
{
    /// <summary>What is believed and contradicts it.</summary>
    public static List<ItemEntry> Overruled(DerivedState state, PersonaItem made)
    {
        var key = ItemEntry.KeyOf(made);
        return [.. state.Items.Group(DerivedState.GroupOf(made)).Where(other => other.IsCurrent && !string.Equals(other.Item.Id, made.Id, StringComparison.Ordinal)
            && (IsOther(other.Item, made) || HeldMatch.Contradicts(other.Item, other.Key, made, key)))];
    }

    /// <summary>An item that gave way: it held until the other began.</summary>
    public static PersonaItem Overrule(PersonaItem item, PersonaItem made) => item with
    {
        ValidTo = item.Kind is PersonaItemKind.Fact ? item.ValidTo : made.ValidFrom > item.ValidFrom ? made.ValidFrom : item.ValidFrom,
        SupersededAt = made.RecordedAt,
        SupersededBy = made.Id,
    };

    private static bool IsOther(PersonaItem item, PersonaItem made) =>
        made is { Exclusive: true, Kind: PersonaItemKind.Attribute } && item is { Exclusive: true, Polarity: Polarity.Positive };
}
