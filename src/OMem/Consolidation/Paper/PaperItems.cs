using OMem.Paper;

namespace OMem.Consolidation.Paper;

/// <summary>Facts and attributes as the published method keeps them: sentences about the speaker.</summary>
internal static class PaperItems
{
    /// <summary>What a router calls a kind.</summary>
    public static string Name(PersonaItemKind kind) => kind is PersonaItemKind.Fact ? "fact" : "attribute";

    /// <summary>The items of a message: facts first, as in the paper.</summary>
    public static IEnumerable<PersonaItem> Of(InteractionUnderstanding understanding, Telling telling) => understanding.Facts
        .Select(fact => Make(PersonaItemKind.Fact, fact.Subject, aspect: null, fact.Text, fact.Confidence, fact.Evidence, telling))
        .Concat(understanding.Attributes.Select(attribute => Make(
            PersonaItemKind.Attribute, attribute.Subject, attribute.Aspect, attribute.Text, attribute.Confidence, attribute.Evidence, telling)));

    /// <summary>The current list of a person: facts, or attributes before they are merged. Its order is that of the log.</summary>
    public static List<ItemEntry> Known(DerivedState state, PersonaItemKind kind, string subject)
    {
        var entries = kind is PersonaItemKind.Fact ? state.Items.Group(DerivedState.FactGroup(subject)) : state.AttributesOf(subject);
        return [.. entries.Where(static entry => entry.IsCurrent && !PaperMethod.IsMerged(entry.Item)).OrderBy(static entry => entry.Item.Evidence[0].Sequence).ThenBy(static entry => entry.Item.Id, StringComparer.Ordinal)];
    }

    private static PersonaItem Make(PersonaItemKind kind, string subject, string? aspect, string text, double confidence, Evidence evidence, Telling telling) => new()
    {
        Id = StableId.Of(kind is PersonaItemKind.Fact ? "f_" : "a_", subject, text, "paper", evidence.InteractionId),
        Kind = kind,
        Subject = subject,
        Aspect = aspect,
        Value = text,
        Text = text,
        ValidFrom = kind is PersonaItemKind.Fact ? null : telling.OccurredAt,
        RecordedAt = telling.RecordedAt,
        LastStatedAt = telling.OccurredAt,
        Confidence = confidence,
        Evidence = [evidence],
        Reader = telling.Actor,
    };
}
