using OMem.Storage;
using OMem.Understanding.Attributes;

namespace OMem.Consolidation;

/// <summary>An attribute candidate with what its message and the memory add: canonical subject, validity, key, index data.</summary>
internal sealed record Statement
{
    public required string Subject { get; init; }

    public required string Aspect { get; init; }

    public required string Value { get; init; }

    public required string Text { get; init; }

    public required Polarity Polarity { get; init; }

    /// <summary>Whether it takes the place of another value; a denial never does.</summary>
    public required bool IsExclusive { get; init; }

    public required double Confidence { get; init; }

    public required Evidence Evidence { get; init; }

    /// <summary>Whether the speaker says that it is so now.</summary>
    public bool IsNow { get; init; }

    /// <summary>The time said, if any.</summary>
    public required TimeRange? Valid { get; init; }

    /// <summary>When the message was said.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    public required Telling Telling { get; init; }

    public required ValueKey Key { get; init; }

    public required IndexData Index { get; init; }

    /// <summary>The vector of its sentence.</summary>
    public required SentenceVector Vector { get; init; }

    /// <summary>From when it holds: as said, else from when it was said, which is the latest it can have begun.</summary>
    public DateTimeOffset From => Valid?.From ?? SaidAt;

    /// <summary>Whether it names no value but means whichever is current.</summary>
    public bool IsAnyCurrent => string.Equals(Value, AttributeWords.Current, StringComparison.Ordinal);

    /// <summary>Where to look for what it is compared with.</summary>
    public string Group => field ??= DerivedState.AttributeGroup(Subject, Aspect);

    public static Statement Of(AttributeCandidate candidate, string subject, string plannedPrefix, Telling telling, IndexData index)
    {
        // What is yet to come must not take the place of what is: "planned home" is an aspect of its own.
        var isPlanned = candidate.Tense is Tense.Future && !string.Equals(candidate.Aspect, AttributeWords.Goal, StringComparison.Ordinal);
        return new Statement
        {
            Subject = subject,
            Aspect = isPlanned ? plannedPrefix + candidate.Aspect : candidate.Aspect,
            Value = candidate.Value,
            Text = candidate.Text,
            Polarity = candidate.Polarity,
            IsExclusive = candidate.Exclusive && candidate.Polarity is Polarity.Positive,
            IsNow = candidate.IsNow,
            Confidence = Math.Clamp(candidate.Confidence, 0, 1),
            Evidence = candidate.Evidence,
            Valid = candidate.Valid,
            SaidAt = telling.OccurredAt,
            Telling = telling,
            Key = ValueKey.Of(candidate.Value),
            Index = index,
            Vector = SentenceVector.Of(index),
        };
    }

    /// <summary>The item it makes.</summary>
    /// <param name="from">Start of its validity.</param>
    /// <param name="to">End of it; null while it holds.</param>
    /// <param name="supersededAt">When it stopped being believed; null while it is.</param>
    /// <param name="supersededBy">What took its place.</param>
    public PersonaItem ToItem(DateTimeOffset? from, DateTimeOffset? to = null, DateTimeOffset? supersededAt = null, string? supersededBy = null) => new()
    {
        Id = StableId.Of("a_", Subject, Aspect, Value, Polarity is Polarity.Negative ? "-" : "+", Evidence.InteractionId, Place(Evidence.Start), Place(Evidence.Length)),
        Kind = PersonaItemKind.Attribute,
        Subject = Subject,
        Aspect = Aspect,
        Value = Value,
        Text = Text,
        Polarity = Polarity,
        Exclusive = IsExclusive,
        ValidFrom = from,
        // A plan may be given up before its time: nothing ends before it begins.
        ValidTo = to < from ? from : to,
        Approximate = Valid?.Approximate ?? false,
        RecordedAt = Telling.RecordedAt,
        LastStatedAt = SaidAt,
        SupersededAt = supersededAt,
        SupersededBy = supersededBy,
        Confidence = Math.Round(Confidence, 4),
        Evidence = [Evidence],
        Reader = Telling.Actor,
    };

    /// <summary>When an item that it ends has ended: when it was said to, but not before it began.</summary>
    public DateTimeOffset EndOf(ItemEntry old)
    {
        var end = Valid?.To ?? Valid?.From ?? SaidAt;
        return end >= old.Item.ValidFrom || old.Item.ValidFrom is null ? end : SaidAt;
    }

    private static string Place(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
