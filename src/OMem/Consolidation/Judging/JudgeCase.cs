namespace OMem.Consolidation.Judging;

/// <summary>One statement of a batch as the judge sees it.</summary>
internal sealed class JudgeCase
{
    /// <summary>The label of what has happened.</summary>
    public const string Event = "event";

    private bool? _hasChangeWords;

    /// <summary>The attribute or fact as it was read; the same object that is consolidated.</summary>
    public required object Candidate { get; init; }

    /// <summary>Attribute or fact.</summary>
    public required PersonaItemKind Kind { get; init; }

    /// <summary>Whom it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Its aspect, with the mark of a plan; for a fact <c>plan</c> or <c>event</c>.</summary>
    public required string Label { get; init; }

    /// <summary>What is said.</summary>
    public required string Text { get; init; }

    /// <summary>Stems of its value, or of a fact's sentence.</summary>
    public required ValueKey Key { get; init; }

    /// <summary>The vector of its sentence.</summary>
    public required SentenceVector Vector { get; init; }

    /// <summary>Present, ended or yet to come.</summary>
    public required Tense Tense { get; init; }

    /// <summary>Affirmed or denied.</summary>
    public required Polarity Polarity { get; init; }

    /// <summary>Whether it takes the place of another value of its aspect.</summary>
    public bool IsExclusive { get; init; }

    /// <summary>When it is true or happened, if said.</summary>
    public required TimeRange? When { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>What it is compared with, nearest first; empty when rules decide.</summary>
    public IReadOnlyList<NearItem> Near { get; set; } = [];

    /// <summary>The item it has become, or has confirmed, once it is consolidated.</summary>
    public ItemEntry? Landed { get; set; }

    /// <summary>Whether it is planned.</summary>
    public bool IsPlan => Tense is Tense.Future;

    /// <summary>Whether its words or its tense tell of something that is different now.</summary>
    public bool TellsOfChange => Tense is Tense.Ended || (_hasChangeWords ??= ChangeWords.AreIn(Text));

    /// <summary>Whether it may change what something near says.</summary>
    public bool IsChange => Near.Any(near => near.Item is { Item: var item }
        ? MayChange(item.Polarity, item.Aspect is FactConsolidator.Plan) : MayChange(near.Peer!.Polarity, near.Peer.IsPlan));

    /// <summary>How much it matters that it is asked about, 0 for one that rules decide.</summary>
    public double Urgency => Near.Count == 0 ? 0 : Near[0].Similarity - (IsLongAfter(Near[0]) ? JudgeLimits.LongAfterWeight : 0);

    /// <summary>Whether it may change what an item or a statement says.</summary>
    /// <param name="polarity">Whether that is affirmed or denied.</param>
    /// <param name="isPlan">Whether that is planned.</param>
    public bool MayChange(Polarity polarity, bool isPlan) => TellsOfChange || polarity != Polarity || (isPlan && !IsPlan);

    private bool IsLongAfter(NearItem near) => Kind is PersonaItemKind.Fact && When is null && near.Item is { Item: { ValidFrom: null, LastStatedAt: { } last } }
        && (SaidAt - last).Duration() > ConsolidationLimits.SameTelling;
}
