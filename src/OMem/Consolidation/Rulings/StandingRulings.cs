using OMem.Trust;
using OMem.Understanding.Attributes;

namespace OMem.Consolidation.Rulings;

/// <summary>
/// What people decided about statements and still stands: kept over a rebuild and over every later reading of the same messages. A statement
/// is known by whom and what it is about and what it says, up to the log position of the decision: what is said later may bring it back.
/// </summary>
internal sealed class StandingRulings
{
    private readonly List<TakenRuling> _taken = [];
    private readonly HashSet<StatementMark> _undone = [];
    private readonly List<PendingRuling> _made = [];
    private readonly Dictionary<string, long> _held = new(StringComparer.Ordinal);

    /// <summary>Nothing decided.</summary>
    public static StandingRulings None { get; } = new(new LedgerBook([]));

    /// <summary>Takes over what stands.</summary>
    /// <param name="book">The decisions of people, oldest first.</param>
    public StandingRulings(LedgerBook book)
    {
        foreach (var entry in book.Entries.Where(book.IsInForce))
        {
            var data = book.Revert(entry);
            _undone.UnionWith(data?.Statements ?? []);
            foreach (var id in data?.Held ?? [])
            {
                _held[id] = data!.At ?? 0;
            }

            if (data is not { At: { } at })
            {
                continue;
            }

            if (entry.Operation is LedgerOperation.Correct or LedgerOperation.Retract && data.Ruled is { } ruled)
            {
                _taken.Add(new TakenRuling(entry, ruled, ItemEntry.KeyOf(ruled), data.Made?.Id, at));
            }

            // Of a correction an erase may have left only what it made.
            if ((entry.Operation is LedgerOperation.Correct && data.Made is not null) || (entry.Operation is LedgerOperation.Confirm && data.Ruled is not null))
            {
                _made.Add(new PendingRuling(entry, data.Made ?? data.Ruled!, data.Made is not null, at));
            }
        }
    }

    /// <summary>Confirmations and corrections, oldest first: what a rebuild has to do again.</summary>
    public IReadOnlyList<PendingRuling> Made => _made;

    /// <summary>Whether it was decided, after a message, that something is held back still.</summary>
    public bool KeepsHeld(string heldId, long sequence) => _held.TryGetValue(heldId, out var at) && at >= sequence;

    /// <summary>What of an understanding may be consolidated.</summary>
    public InteractionUnderstanding Allowed(StoredInteraction stored, Standing standing, InteractionUnderstanding read, SubjectNames names)
    {
        if (_taken.Count == 0 && _undone.Count == 0)
        {
            return read;
        }

        return read with
        {
            Attributes = [.. read.Attributes.Where(attribute => !Forbids(stored, standing, attribute, names.Resolve(attribute.Subject)))],
            Facts = [.. read.Facts.Where(fact => !Forbids(stored, standing, fact, names.Resolve(fact.Subject)))],
        };
    }

    /// <summary>What a message says though it was taken back, each with where it says so.</summary>
    public IReadOnlyList<WithheldStatement> Withheld(StoredInteraction stored, Standing standing, InteractionUnderstanding read, SubjectNames names) => _taken.Count == 0 ? [] :
    [
        .. read.Attributes.Select(attribute => (Taken: Taken(stored, standing, attribute, names.Resolve(attribute.Subject)), attribute.Evidence))
            .Concat(read.Facts.Select(fact => (Taken: Taken(stored, standing, fact, names.Resolve(fact.Subject)), fact.Evidence)))
            .Where(static said => said.Taken is not null).Select(static said => new WithheldStatement(said.Taken!, said.Evidence)),
    ];

    private bool Forbids(StoredInteraction stored, Standing standing, AttributeCandidate candidate, string subject) =>
        IsUndone(PersonaItemKind.Attribute, subject, Aspect(candidate), candidate.Evidence) || Taken(stored, standing, candidate, subject) is not null;

    private bool Forbids(StoredInteraction stored, Standing standing, FactCandidate candidate, string subject) =>
        IsUndone(PersonaItemKind.Fact, subject, Aspect(candidate), candidate.Evidence) || Taken(stored, standing, candidate, subject) is not null;

    private TakenRuling? Taken(StoredInteraction stored, Standing standing, AttributeCandidate candidate, string subject) => candidate.Tense is Tense.Ended ? null
        : Taken(standing, PersonaItemKind.Attribute, subject, Aspect(candidate), candidate.Polarity, ValueKey.Of(candidate.Value), stored.Sequence);

    private TakenRuling? Taken(StoredInteraction stored, Standing standing, FactCandidate candidate, string subject) =>
        Taken(standing, PersonaItemKind.Fact, subject, Aspect(candidate), candidate.Polarity, ValueKey.OfSentence(candidate.Text, candidate.Subject), stored.Sequence);

    private static string Aspect(AttributeCandidate candidate) => candidate.Tense is Tense.Future && candidate.Aspect is not AttributeWords.Goal
        ? AttributeConsolidator.Planned + candidate.Aspect
        : candidate.Aspect;

    private static string? Aspect(FactCandidate candidate) => candidate.Tense is Tense.Future ? FactConsolidator.Plan : null;

    private bool IsUndone(PersonaItemKind kind, string subject, string? aspect, Evidence evidence) =>
        _undone.Count > 0
        && (_undone.Contains(new StatementMark(kind, subject, aspect, evidence.InteractionId, evidence.Start, evidence.Length))
            || _undone.Contains(new StatementMark(kind, subject, null, evidence.InteractionId, evidence.Start, evidence.Length)));

    private TakenRuling? Taken(Standing standing, PersonaItemKind kind, string subject, string? aspect, Polarity polarity, ValueKey key, long sequence) => _taken.Find(taken =>
        taken.At >= sequence

        // Who discards what a tool said takes nothing back that a person said.
        && (standing is Standing.Held || !taken.Item.Held)
        && taken.Item.Kind == kind
        && taken.Item.Polarity == polarity
        && string.Equals(taken.Item.Subject, subject, StringComparison.Ordinal)
        && string.Equals(taken.Item.Aspect, aspect, StringComparison.Ordinal)
        && taken.Key.Overlap(key) >= ConsolidationLimits.SameByWords);
}

/// <summary>A statement that a person took back, or put another in the place of.</summary>
/// <param name="Entry">The ledger entry.</param>
/// <param name="Item">What the item was.</param>
/// <param name="Key">What it says.</param>
/// <param name="By">Id of what took its place; null when nothing did.</param>
/// <param name="At">The log position it was decided at.</param>
internal sealed record TakenRuling(LedgerEntry Entry, PersonaItem Item, ValueKey Key, string? By, long At);

/// <summary>Such a statement as a message makes it.</summary>
/// <param name="Taken">The decision.</param>
/// <param name="Evidence">Where it is said.</param>
internal sealed record WithheldStatement(TakenRuling Taken, Evidence Evidence);

/// <summary>A confirmation or correction that a rebuild has to do again.</summary>
/// <param name="Entry">The ledger entry.</param>
/// <param name="Item">What took the place of another, or was confirmed.</param>
/// <param name="IsMade">Whether it took the place of another.</param>
/// <param name="At">The log position it was made at.</param>
internal sealed record PendingRuling(LedgerEntry Entry, PersonaItem Item, bool IsMade, long At);
