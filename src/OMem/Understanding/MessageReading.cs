using OMem.Understanding.Attributes;
using OMem.Understanding.Facts;
using OMem.Understanding.Grammar;
using OMem.Understanding.Prose;

namespace OMem.Understanding;

/// <summary>Attributes and facts of one message by a person.</summary>
internal sealed class MessageReading
{
    private const int Most = 32;

    private readonly StoredInteraction _stored;
    private readonly List<AttributeCandidate> _attributes = [];
    private readonly List<FactCandidate> _facts = [];

    private MessageReading(StoredInteraction stored) => _stored = stored;

    /// <summary>What the message says of people, in order of place, each statement once.</summary>
    public static (IReadOnlyList<AttributeCandidate> Attributes, IReadOnlyList<FactCandidate> Facts) Read(
        StoredInteraction stored, IReadOnlyList<Sentence> sentences)
    {
        var reading = new MessageReading(stored);
        foreach (var sentence in sentences)
        {
            reading.ReadSentence(sentence);
        }

        return (reading._attributes, reading._facts);
    }

    private string Speaker => _stored.Interaction.Speaker;

    private void ReadSentence(Sentence sentence)
    {
        RelationMentions.Read(sentence, Speaker, (draft, phrase) => Add(draft, Speaker, phrase, valid: null));
        FavouriteMentions.Read(sentence, Speaker, (draft, phrase) => Add(draft, Speaker, phrase, valid: null));
        PartingMentions.Read(sentence, Speaker, (draft, phrase) => Add(draft, Speaker, phrase, valid: null));
        TimeMention? shared = null;
        foreach (var clause in ClauseReader.Read(sentence))
        {
            shared = clause.IsAsserted ? ReadClause(clause, shared) : null;
        }
    }

    /// <summary>Reads a clause. A clause without a subject of its own shares the time of the one before: "went there yesterday and had a picnic".</summary>
    private TimeMention? ReadClause(Clause clause, TimeMention? shared)
    {
        var drafts = AttributeRules.Read(clause, Speaker);
        var fact = FactReader.Read(clause, Speaker);
        if (drafts.Count == 0 && fact is null)
        {
            return null;
        }

        var mentions = fact is not null || drafts.Exists(draft => draft.Time is not TimeUse.None) ? ClauseTimes.Of(clause, _stored.Interaction.OccurredAt) : [];
        var time = mentions.Count > 0 ? mentions[0] : clause.Subject.Next == clause.Subject.First ? shared : null;
        var span = new Phrase(clause.Sentence, clause.First, clause.End);
        foreach (var draft in drafts)
        {
            Add(draft, draft.Subject ?? clause.Subject.Display(Speaker), span, Valid(draft, time));
        }

        if (fact is not null)
        {
            Add(fact, span, time);
        }

        return time;
    }

    private void Add(AttributeDraft draft, string subject, Phrase span, TimeRange? valid)
    {
        var isKnown = _attributes.Exists(known => known.Polarity == draft.Polarity && known.Tense == draft.Tense
            && string.Equals(known.Subject, subject, StringComparison.Ordinal) && string.Equals(known.Aspect, draft.Aspect, StringComparison.Ordinal)
            && string.Equals(known.Value, draft.Value, StringComparison.OrdinalIgnoreCase));
        if (isKnown || _attributes.Count >= Most)
        {
            return;
        }

        _attributes.Add(new AttributeCandidate
        {
            Subject = subject,
            Aspect = draft.Aspect,
            Value = draft.Value,
            Text = draft.Text,
            Polarity = draft.Polarity,
            Tense = draft.Tense,
            Exclusive = draft.Exclusive,
            EndsOnly = draft.EndsOnly,
            IsNow = draft.IsNow,
            Valid = valid,
            Confidence = Math.Round(draft.Confidence, 4),
            Evidence = Span(span),
        });
    }

    private void Add(FactDraft draft, Phrase span, TimeMention? time)
    {
        var isPlan = draft.Tense is Tense.Future;
        var said = _stored.Interaction.OccurredAt;
        var isElsewhen = time is not null && (isPlan ? time.Range.To is { } to && to <= said : time.Range.From is { } from && from > said);
        if ((draft.NeedsTime && time is null) || isElsewhen || _facts.Count >= Most)
        {
            return;
        }

        _facts.Add(new FactCandidate
        {
            Subject = draft.Subject,
            Text = FactText.Of(draft, time),
            When = time?.Range,
            Polarity = draft.Polarity,
            Tense = draft.Tense,
            Confidence = Math.Round(draft.Confidence + (time is null ? 0 : 0.1), 4),
            Evidence = Span(span),
        });
    }

    private static TimeRange? Valid(AttributeDraft draft, TimeMention? time) => (draft.Time, time?.Range) switch
    {
        (TimeUse.None, _) or (_, null) => null,
        (TimeUse.Start, { } range) => range with { To = null },
        (TimeUse.End, { } range) => new TimeRange(null, range.From, range.Approximate),
        (TimeUse.Span, { } range) when draft.Tense is Tense.Ended => range,
        (_, { } range) => range with { To = null },
    };

    private Evidence Span(Phrase span) =>
        new(_stored.Sequence, _stored.Interaction.Id, span.SourceStart, span.SourceEnd - span.SourceStart);
}
