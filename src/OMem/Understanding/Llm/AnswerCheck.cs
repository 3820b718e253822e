using OMem.Understanding.Attributes;

namespace OMem.Understanding.Llm;

/// <summary>
/// What of a model's answer is taken over. Every number, quotation, subject, aspect, polarity, tense and date is checked against the
/// messages and the domain; what does not hold is dropped and counted, so that whatever a model answers, no item rests on anything but a
/// person's own words.
/// </summary>
internal sealed class AnswerCheck
{
    private const int MostItems = 32;
    private const int MostTopics = 8;
    private const int MaxLabel = 60;
    private const int MaxValue = 200;
    private const int MaxSentence = 400;
    private const double Confidence = 0.8;

    /// <summary>For what somebody tells of another person, and for plans.</summary>
    private const double LessConfidence = 0.6;

    private readonly MemoryDomain _domain;
    private readonly List<ReadingNeighbours> _messages;
    private readonly List<TopicCandidate>[] _topics;
    private readonly List<AttributeCandidate>[] _attributes;
    private readonly List<FactCandidate>[] _facts;

    private AnswerCheck(MemoryDomain domain, ReadingChunk chunk)
    {
        _domain = domain;
        _messages = ReadingNeighbours.Of(chunk);
        _topics = [.. _messages.Select(static _ => new List<TopicCandidate>())];
        _attributes = [.. _messages.Select(static _ => new List<AttributeCandidate>())];
        _facts = [.. _messages.Select(static _ => new List<FactCandidate>())];
    }

    private DropCounts Dropped { get; } = new();

    /// <summary>Understandings of the chunk's interactions, in order, and how much was dropped.</summary>
    public static (IReadOnlyList<InteractionUnderstanding> Understandings, DropCounts Dropped) Take(ReadAnswer answer, ReadingChunk chunk, MemoryDomain domain)
    {
        var check = new AnswerCheck(domain, chunk);
        check.Dropped.Add(DropReason.Misshapen, answer.Misshapen);
        foreach (var topic in answer.Topics ?? [])
        {
            check.Take(topic);
        }

        foreach (var attribute in answer.Attributes ?? [])
        {
            check.Take(attribute);
        }

        foreach (var fact in answer.Facts ?? [])
        {
            check.Take(fact);
        }

        return ([.. chunk.Interactions.Select((stored, i) => new InteractionUnderstanding(
            stored.Sequence, TopicWeights.Of(check._topics[i]), check._attributes[i], check._facts[i]))], check.Dropped);
    }

    private void Take(ReadTopic? topic)
    {
        if (FieldText.Label(topic?.Label, MaxLabel) is not { } label || topic is null)
        {
            Dropped.Add(DropReason.Misshapen);
            return;
        }

        if (Cited(topic.Message) is not { } place)
        {
            return;
        }

        // A topic stands for the message as a whole when the words are not in it: it says nothing of anybody.
        var around = _messages[place];
        var span = SpanFinder.Find(around.Message.Stored.Interaction.Text, topic.Words ?? string.Empty) ?? (0, 0);
        if (span.Length > 0 && StatementCheck.IsInstruction(around.Message, span.Start, span.Length))
        {
            Dropped.Add(DropReason.Instruction);
        }
        else if (Fits(_topics[place], MostTopics, known => string.Equals(known.Label, label, StringComparison.Ordinal)))
        {
            _topics[place].Add(new TopicCandidate(label, 1, Evidence(around, span)));
        }
    }

    private void Take(ReadAttribute? read)
    {
        if (read is null || FieldText.Line(read.Value, MaxValue) is not { } value)
        {
            Dropped.Add(DropReason.Misshapen);
            return;
        }

        if (Statement(read.Message, read.Words, read.Subject) is not { } said)
        {
            return;
        }

        var isUnnamed = value is AttributeWords.Current;
        if (DomainAspects.Find(_domain, read.Aspect) is not { } aspect)
        {
            Dropped.Add(DropReason.UnknownAspect);
        }
        else if (AnswerWords.Polarity(read.Polarity) is not { } polarity || AnswerWords.AttributeTense(read.Tense) is not { } tense || (isUnnamed && tense is not Tense.Ended))
        {
            Dropped.Add(DropReason.UnknownValue);
        }
        else if (!isUnnamed && !GroundingCheck.IsSaid(value, said.Subject, said.Around, said.Span))
        {
            Dropped.Add(DropReason.NotSaid);
        }
        else
        {
            var candidate = new AttributeCandidate
            {
                Subject = said.Subject,
                Aspect = aspect.Name,
                Value = value,
                Text = FieldText.Line(read.Text, MaxSentence) ?? $"{said.Subject}: {aspect.Name} {value}",
                Polarity = polarity,
                Tense = tense,
                Exclusive = aspect.Definition.Exclusive,
                Corrects = FieldText.Line(read.Corrects, MaxValue),
                Valid = Time(read.From, read.To, read.When, said, range => AnswerWords.Validity(range, tense, said.OccurredAt) is not null) is { } time
                    ? AnswerWords.Validity(time, tense, said.OccurredAt)
                    : null,
                Confidence = said.IsOwn && tense is not Tense.Future ? Confidence : LessConfidence,
                Evidence = Evidence(said.Around, said.Span),
            };
            Add(candidate, said.Place);
        }
    }

    private void Add(AttributeCandidate candidate, int place)
    {
        if (_domain.Validators.Any(validator => validator(candidate) is not null))
        {
            Dropped.Add(DropReason.RefusedByDomain);
        }
        else if (Fits(_attributes[place], MostItems, known => known.Polarity == candidate.Polarity && known.Tense == candidate.Tense
            && string.Equals(known.Subject, candidate.Subject, StringComparison.Ordinal) && string.Equals(known.Aspect, candidate.Aspect, StringComparison.Ordinal)
            && string.Equals(known.Value, candidate.Value, StringComparison.OrdinalIgnoreCase)))
        {
            _attributes[place].Add(candidate);
        }
    }

    private void Take(ReadFact? read)
    {
        if (read is null || FieldText.Line(read.Text, MaxSentence) is not { } text)
        {
            Dropped.Add(DropReason.Misshapen);
            return;
        }

        if (Statement(read.Message, read.Words, read.Subject) is not { } said)
        {
            return;
        }

        if (AnswerWords.Polarity(read.Polarity) is not { } polarity || AnswerWords.FactTense(read.Tense) is not { } tense)
        {
            Dropped.Add(DropReason.UnknownValue);
        }
        else if (!GroundingCheck.IsSaid(text, said.Subject, said.Around, said.Span))
        {
            Dropped.Add(DropReason.NotSaid);
        }
        else if (Fits(_facts[said.Place], MostItems, known => string.Equals(known.Text, text, StringComparison.Ordinal)))
        {
            _facts[said.Place].Add(new FactCandidate
            {
                Subject = said.Subject,
                Text = text,
                When = Time(read.From, read.To, read.When, said, range => AnswerWords.CanHappen(range, tense, said.OccurredAt)),
                Polarity = polarity,
                Tense = tense,
                Confidence = said.IsOwn && tense is not Tense.Future ? Confidence : LessConfidence,
                Evidence = Evidence(said.Around, said.Span),
            });
        }
    }

    /// <summary>A person's own words about somebody they may tell about; null, and counted, when it is no such thing.</summary>
    private SaidStatement? Statement(int? message, string? words, string? subject)
    {
        if (Cited(message) is not { } place)
        {
            return null;
        }

        var around = _messages[place];
        var interaction = around.Message.Stored.Interaction;
        if (interaction.Role is not SpeakerRole.Person)
        {
            Dropped.Add(DropReason.NotByAPerson);
        }
        else if (SpanFinder.Find(interaction.Text, words ?? string.Empty) is not { } span)
        {
            Dropped.Add(DropReason.WordsNotFound);
        }
        else if (SubjectCheck.Of(subject, around) is not { } about)
        {
            Dropped.Add(DropReason.UnknownSubject);
        }
        else if (StatementCheck.IsInstruction(around.Message, span.Start, span.Length))
        {
            Dropped.Add(DropReason.Instruction);
        }
        else if (around.Message.IsQuoted(span.Start, span.Length))
        {
            Dropped.Add(DropReason.Quoted);
        }
        else
        {
            return new SaidStatement(place, around, span, about);
        }

        return null;
    }

    private TimeRange? Time(string? from, string? to, string? when, SaidStatement said, Func<TimeRange, bool> isPossible)
    {
        var (range, dropped) = AnswerTime.Of(from, to, when, said.Around.Message, isPossible);
        Dropped.Add(DropReason.Time, dropped ? 1 : 0);
        return range;
    }

    private int? Cited(int? message)
    {
        if (message is >= 1 && message <= _messages.Count)
        {
            return message.Value - 1;
        }

        Dropped.Add(DropReason.UnknownMessage);
        return null;
    }

    /// <summary>Whether there is room for one more that is not there yet. A repetition is no fault and not counted.</summary>
    private bool Fits<T>(List<T> items, int most, Predicate<T> isSame)
    {
        if (items.Exists(isSame))
        {
            return false;
        }

        Dropped.Add(DropReason.TooMany, items.Count < most ? 0 : 1);
        return items.Count < most;
    }

    private static Evidence Evidence(ReadingNeighbours around, (int Start, int Length) span) =>
        new(around.Message.Stored.Sequence, around.Message.Stored.Interaction.Id, span.Start, span.Length);

    private sealed record SaidStatement(int Place, ReadingNeighbours Around, (int Start, int Length) Span, string Subject)
    {
        public DateTimeOffset OccurredAt => Around.Message.Stored.Interaction.OccurredAt;

        public bool IsOwn => string.Equals(Subject, Around.Message.Stored.Interaction.Speaker, StringComparison.Ordinal);
    }
}
