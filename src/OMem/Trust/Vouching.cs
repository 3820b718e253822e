using OMem.Consolidation;
using OMem.Storage;
using OMem.Understanding.Attributes;

namespace OMem.Trust;

/// <summary>What somebody who can vouch for it has just said, held against what is held back: the same is released, what it speaks against is dropped.</summary>
internal static class Vouching
{
    /// <summary>An attribute that was consolidated.</summary>
    public static void Settle(Editor editor, AttributeCandidate candidate, IndexData index)
    {
        if (!editor.State.HasHeld)
        {
            return;
        }

        var landed = editor.Landed;
        var value = Statement.Of(candidate, editor.State.Subjects.Resolve(candidate.Subject), AttributeConsolidator.Planned, editor.Telling, index);
        var said = ItemEntry.Of(new StoredItem(value.ToItem(value.From), index));
        var isOver = candidate.Tense is Tense.Ended || value.IsAnyCurrent;
        foreach (var held in Held(editor, value.Group, said.Key, value.IsExclusive || value.IsAnyCurrent))
        {
            if (!isOver && HeldMatch.Says(held, said))
            {
                Release(editor, held, landed);
            }
            else if (isOver ? value.IsAnyCurrent || HeldMatch.Says(held, said) : HeldMatch.Contradicts(said.Item, said.Key, held.Item, held.Key))
            {
                Drop(editor, held, candidate.Evidence);
            }
        }
    }

    /// <summary>A fact that was consolidated.</summary>
    public static void Settle(Editor editor, FactCandidate candidate, IndexData index)
    {
        if (!editor.State.HasHeld)
        {
            return;
        }

        var landed = editor.Landed;
        var item = FactConsolidator.ToItem(candidate, editor.State.Subjects.Resolve(candidate.Subject), editor.Telling);
        var said = ItemEntry.Of(new StoredItem(item, index));
        foreach (var held in Held(editor, DerivedState.GroupOf(item), said.Key, wholeGroup: false))
        {
            if (HeldMatch.Says(held, said))
            {
                Release(editor, held, landed);
            }
            else if (HeldMatch.Contradicts(item, said.Key, held.Item, held.Key))
            {
                Drop(editor, held, candidate.Evidence);
            }
        }
    }

    private static List<ItemEntry> Held(Editor editor, string group, ValueKey key, bool wholeGroup) =>
        [.. editor.State.Held.Near(group, key, wholeGroup ? ConsolidationLimits.VectorWindow : 0)
            .Where(held => held.IsCurrent && !editor.State.Rulings.KeepsHeld(held.Item.Id, editor.Telling.Sequence))];

    /// <summary>Where the statement was believed only for the past, there is nothing current to release it into.</summary>
    private static void Release(Editor editor, ItemEntry held, ItemEntry? landed)
    {
        if (landed is { IsCurrent: true, Item.Held: false })
        {
            editor.Release(held, landed, "what was held back is said by somebody who can vouch for it");
        }
    }

    /// <summary>An older message is not the last word.</summary>
    private static void Drop(Editor editor, ItemEntry held, Evidence evidence)
    {
        if (!editor.IsOlder(held))
        {
            editor.Drop(held, evidence, "held back, and somebody who can vouch for it says otherwise");
        }
    }
}
