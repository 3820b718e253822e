using System.Globalization;
using OMem.Trust;

namespace OMem.Consolidation.Rulings;

/// <summary>Confirm, correct and retract.</summary>
internal static class Correcting
{
    /// <summary>What a person vouches for is certain; no reader's is.</summary>
    public const double Certain = 1;

    public static async Task ConfirmAsync(RulingDesk desk, string id, CancellationToken cancellationToken)
    {
        var entry = desk.Current(id);
        var item = entry.Item;
        if (item.Held)
        {
            await ReleaseAsync(desk, entry, cancellationToken).ConfigureAwait(false);
            return;
        }

        desk.Record(Row(item, LedgerOperation.Confirm) with { After = item.Text }, new RevertData { Ruled = item });
        desk.Put(entry, item with { Confidence = Certain });
    }

    /// <summary>What was held back is believed because a person says so, and takes the place of what it contradicts.</summary>
    private static async Task ReleaseAsync(RulingDesk desk, ItemEntry entry, CancellationToken cancellationToken)
    {
        var item = entry.Item;
        var believed = HeldIds.Believed(item.Id);
        var made = item with
        {
            // The same statement may have been believed once, and been taken back.
            Id = desk.State.Contains(believed) ? StableId.Of(item.Kind is PersonaItemKind.Fact ? "f_" : "a_", "released", item.Id, desk.Position.ToString(CultureInfo.InvariantCulture)) : believed,
            Held = false,
            RecordedAt = desk.Now,
            Confidence = Certain,
            ClusterId = null,
        };
        desk.Record(
            Row(item, LedgerOperation.Confirm) with { ItemId = made.Id, SupersededId = item.Id, After = made.Text },
            new RevertData { Ruled = item, Made = made });
        await desk.TakeAsync(made, cancellationToken).ConfigureAwait(false);
        desk.Put(entry, item with { SupersededAt = desk.Now, SupersededBy = made.Id });
        Overrule(desk, made);
    }

    /// <summary>What a person has just vouched for takes the place of what it contradicts.</summary>
    private static void Overrule(RulingDesk desk, PersonaItem made)
    {
        foreach (var other in Releasing.Overruled(desk.State, made))
        {
            desk.Put(other, Releasing.Overrule(other.Item, made));
        }
    }

    public static async Task CorrectAsync(RulingDesk desk, string id, Replacement replacement, CancellationToken cancellationToken)
    {
        var entry = desk.Current(id);
        var item = entry.Item;
        var made = Made(desk, item, replacement);
        var doubles = string.Equals(made.Value, item.Value, StringComparison.Ordinal) ? [] : Doubles(desk, entry);
        desk.Record(
            Row(item, LedgerOperation.Correct) with { ItemId = made.Id, SupersededId = item.Id, After = made.Text },
            new RevertData { Ruled = item, Made = made, Statements = Marks(doubles) });
        await desk.TakeAsync(made, cancellationToken).ConfigureAwait(false);
        desk.Put(entry, Withdrawn(item, desk.Now) with { SupersededBy = made.Id });
        Withdraw(desk, doubles);
        if (item.Held)
        {
            Overrule(desk, made);
        }
    }

    public static Task RetractAsync(RulingDesk desk, string id)
    {
        var entry = desk.Current(id);
        var item = entry.Item;
        var doubles = Doubles(desk, entry);
        desk.Record(Row(item, LedgerOperation.Retract), new RevertData { Ruled = item, Statements = Marks(doubles) });
        desk.Put(entry, Withdrawn(item, desk.Now));
        Withdraw(desk, doubles);
        Reopen(desk, item);
        return Task.CompletedTask;
    }

    /// <summary>What the very same words tell in the other way, an attribute or an event: "lives in Bergen" and "moved to Bergen". One does not outlive the other.</summary>
    private static List<ItemEntry> Doubles(RulingDesk desk, ItemEntry entry)
    {
        var item = entry.Item;
        var isAttribute = item.Kind is PersonaItemKind.Attribute;
        var others = isAttribute ? desk.State.Items.Group(DerivedState.FactGroup(item.Subject)) : desk.State.AttributesOf(item.Subject);
        return
        [
            .. others.Where(other => other.IsCurrent && other.Item.Polarity == item.Polarity && other.Item.Evidence.Count > 0
                && (isAttribute ? IsNamed(entry, other) : IsNamed(other, entry))
                && other.Item.Evidence.All(said => item.Evidence.Any(own => AreSameWords(own, said)))),
        ];
    }

    private static bool IsNamed(ItemEntry attribute, ItemEntry fact) =>
        attribute.Key.IsPartOf(fact.Key) || fact.Item.Text.Contains(attribute.Item.Value, StringComparison.OrdinalIgnoreCase);

    private static bool AreSameWords(Evidence one, Evidence other) =>
        one.Sequence == other.Sequence && one.Start < other.Start + other.Length && other.Start < one.Start + one.Length;

    /// <summary>Where they are said: a rebuild is not to read them again.</summary>
    private static List<StatementMark>? Marks(List<ItemEntry> doubles) => doubles.Count == 0 ? null :
    [
        .. doubles.SelectMany(static entry => entry.Item.Evidence.Select(said =>
            new StatementMark(entry.Item.Kind, entry.Item.Subject, entry.Item.Aspect, said.InteractionId, said.Start, said.Length))),
    ];

    private static void Withdraw(RulingDesk desk, List<ItemEntry> doubles)
    {
        foreach (var entry in doubles)
        {
            var item = entry.Item;
            desk.Put(entry, Withdrawn(item, desk.Now));
            Reopen(desk, item);
        }
    }

    /// <summary>An item that was never true: it holds for no time at all.</summary>
    public static PersonaItem Withdrawn(PersonaItem item, DateTimeOffset now) => item with { ValidTo = item.ValidFrom, SupersededAt = now };

    /// <summary>What was ended by what the item rests on holds again: no conclusion outlives its ground.</summary>
    private static void Reopen(RulingDesk desk, PersonaItem item)
    {
        foreach (var row in desk.Book.Entries.Where(row => desk.Book.IsInForce(row) && IsGround(row, item)))
        {
            foreach (var before in desk.Book.Before(row) ?? [])
            {
                if (before.Fields is { SupersededAt: null } was && desk.State.Contains(before.Id)
                    && desk.State.Get(before.Id) is { IsCurrent: false } closed && closed.Item.SupersededAt == row.RecordedAt)
                {
                    desk.Put(closed, closed.Item with { ValidTo = was.ValidTo, SupersededAt = null, SupersededBy = null });
                }
            }
        }
    }

    /// <summary>Whether a ledger row closed something for the same words that the item was read from.</summary>
    private static bool IsGround(LedgerEntry row, PersonaItem item) =>
        (row.Operation is LedgerOperation.Update && string.Equals(row.ItemId, item.Id, StringComparison.Ordinal))
        || (row.Operation is LedgerOperation.End && item.Evidence.Count > 0 && row.Evidence.Count > 0 && row.Evidence[0] == item.Evidence[0]);

    private static PersonaItem Made(RulingDesk desk, PersonaItem item, Replacement replacement)
    {
        var isFact = item.Kind is PersonaItemKind.Fact;
        var value = replacement.Value ?? (isFact ? replacement.Text : null) ?? item.Value;
        var text = replacement.Text ?? (isFact ? value : InItsSentence(item, value));
        var made = item with
        {
            Value = value,
            Text = text,
            Polarity = replacement.Polarity ?? item.Polarity,
            ValidFrom = replacement.ValidFrom ?? item.ValidFrom,
            ValidTo = isFact ? replacement.ValidTo ?? item.ValidTo : null,
            Approximate = item.Approximate && replacement.ValidFrom is null,
        };
        if (made == item)
        {
            throw new CorrectionException(CorrectionFault.Invalid, "The correction changes nothing: give another value, sentence, polarity or time.");
        }

        if (made.ValidTo < made.ValidFrom)
        {
            throw new CorrectionException(CorrectionFault.Invalid, "The correction would end before it begins.");
        }

        return made with
        {
            Id = StableId.Of(isFact ? "f_" : "a_", "corrected", item.Id, value, text, desk.Position.ToString(CultureInfo.InvariantCulture)),
            RecordedAt = desk.Now,
            Confidence = Certain,
            Held = false,
            Reader = desk.Note.Actor,
            ClusterId = null,
        };
    }

    private static string InItsSentence(PersonaItem item, string value)
    {
        var at = item.Text.LastIndexOf(item.Value, StringComparison.OrdinalIgnoreCase);
        if (string.Equals(value, item.Value, StringComparison.Ordinal))
        {
            return item.Text;
        }

        return item.Value.Length > 0 && at >= 0
            ? string.Concat(item.Text.AsSpan(0, at), value, item.Text.AsSpan(at + item.Value.Length))
            : throw new CorrectionException(CorrectionFault.Invalid, "The sentence does not hold the old value word for word: give the new sentence too (Text, --text).");
    }

    private static LedgerEntry Row(PersonaItem item, LedgerOperation operation) => new()
    {
        RecordedAt = item.RecordedAt,
        Actor = "",
        Reason = "",
        Operation = operation,
        ItemId = item.Id,
        ItemKind = item.Kind is PersonaItemKind.Attribute ? "attribute" : "fact",
        Subject = item.Subject,
        Aspect = item.Aspect,
        Before = item.Text,
        Evidence = item.Evidence,
    };
}
