using OMem.Consolidation;
using OMem.Storage;

namespace OMem.Trust;

/// <summary>
/// What a source of low trust says: nothing where it is known already, else held back, apart from all that is believed, until enough independent
/// sources say it and nothing that is believed speaks against it.
/// </summary>
internal sealed class HeldConsolidator(Editor editor, SourceRules rules, StoredInteraction stored)
{
    private DerivedState State => editor.State;

    /// <summary>Decides one attribute.</summary>
    public void Consolidate(AttributeCandidate candidate, IndexData index)
    {
        var value = Statement.Of(candidate, State.Subjects.Resolve(candidate.Subject), AttributeConsolidator.Planned, editor.Telling, index);
        Consolidate(value.ToItem(value.From), index);
    }

    /// <summary>Decides one fact.</summary>
    public void Consolidate(FactCandidate candidate, IndexData index) =>
        Consolidate(FactConsolidator.ToItem(candidate, State.Subjects.Resolve(candidate.Subject), editor.Telling), index);

    private void Consolidate(PersonaItem item, IndexData index)
    {
        var (group, said) = (DerivedState.GroupOf(item), ItemEntry.Of(new StoredItem(item, index)));
        if (State.Items.Sharing(group, said.Key).Exists(known => known.IsCurrent && HeldMatch.Says(known, said)))
        {
            return;
        }

        var source = State.Sources.Add(stored);
        if (State.Held.Sharing(group, said.Key).Find(known => known.IsCurrent && HeldMatch.Says(known, said)) is not { } held)
        {
            editor.Add(item with { Id = HeldIds.Of(item.Id), Held = true }, index, HeldWords.Reason([stored.Interaction.Role]), similarity: null, LedgerOperation.Hold);
        }
        else if (held.Item.Evidence.All(evidence => evidence.Sequence != stored.Sequence) && Corroboration.Adds(source, State.Sources.Of(held.Item.Evidence)))
        {
            editor.AddTo(held, item.Evidence[0], "another source says what is held back");
            Promote(held, group);
        }
    }

    /// <summary>Believes what enough independent sources say.</summary>
    private void Promote(ItemEntry held, string group)
    {
        var isOverruled = State.Rulings.KeepsHeld(held.Item.Id, stored.Sequence);
        var isContradicted = State.Items.Near(group, held.Key, held.Item.Exclusive ? ConsolidationLimits.VectorWindow : 0)
            .Exists(known => known.IsCurrent && HeldMatch.Contradicts(known.Item, known.Key, held.Item, held.Key));
        if (isOverruled || isContradicted || !Corroboration.Has(State.Sources.Of(held.Item.Evidence), rules.Needed))
        {
            return;
        }

        var item = held.Item with { Id = HeldIds.Believed(held.Item.Id), Held = false, RecordedAt = editor.Telling.RecordedAt };
        if (editor.Add(item, held.Stored.Index, "independent sources say the same", similarity: null, LedgerOperation.Release, held) is { } added)
        {
            editor.Supersede(held, added, held.Item.ValidTo);
        }
    }
}
