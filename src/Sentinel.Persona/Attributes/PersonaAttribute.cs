namespace Sentinel.Persona;

/// <summary>One thing known of a trader, with its evidence.</summary>
public sealed record PersonaAttribute
{
    /// <summary>One of <see cref="AttributeNames"/>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is said of where a name has several values (a symbol, a style), else empty.</summary>
    public string Key { get; init; } = "";

    /// <summary>The value; null when <see cref="Status"/> is <see cref="AttributeStatus.Insufficient"/>.</summary>
    public double? Value { get; init; }

    /// <summary>The value in a word, where it is a category ("swing"); null when insufficient.</summary>
    public string? Text { get; init; }

    /// <summary>Unit of the value: "share", "hours", "ratio", "quote", "1/day", "class" ...</summary>
    public required string Unit { get; init; }

    /// <summary>Number of samples.</summary>
    public int N { get; init; }

    /// <summary>Kish's effective number of samples under forgetting, <c>(sum w)^2 / sum w^2</c>; the smaller group's for a comparison.</summary>
    public double EffectiveN { get; init; }

    /// <summary>95 % interval; null when insufficient, and where none is known (see <see cref="Note"/>).</summary>
    public ValueInterval? Interval { get; init; }

    /// <summary>From the first sample to the reading.</summary>
    public TimeWindow Window { get; init; }

    /// <summary>The age at which a sample counts half; null when nothing is forgotten.</summary>
    public TimeSpan? HalfLife { get; init; }

    /// <summary>Ids of the newest evidence (fills, orders, messages), newest first, capped.</summary>
    public IReadOnlyList<string> SourceIds { get; init; } = [];

    /// <summary>When its newest evidence was known, UTC.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>From when it is true of the trader: the first sample, or the last change of behaviour.</summary>
    public DateTimeOffset ValidFrom { get; init; }

    /// <summary>Until when it was true; null while it holds.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>What was declared and disagrees with it.</summary>
    public IReadOnlyList<string> Contradicts { get; init; } = [];

    /// <summary>How far it may be believed.</summary>
    public AttributeStatus Status { get; init; }

    /// <summary>Why it is insufficient, or what the value rests on.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether there is enough evidence to steer a decision, not only to be named.</summary>
    public bool CanSteer { get; init; }

    /// <summary>Name, and key where there is one: "asset_share[BTCUSDT]".</summary>
    public string FullName => Key.Length == 0 ? Name : $"{Name}[{Key}]";
}
