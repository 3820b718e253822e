namespace OMem;

/// <summary>What a model-driven reader looks for: a named set of attribute aspects, topic hints, prompts and checks. Personal assistance is the default.</summary>
/// <param name="Name">A short name, stored with everything read, for example <c>personal</c>.</param>
/// <param name="Version">Changes whenever the reading would.</param>
public sealed record MemoryDomain(string Name, string Version)
{
    /// <summary>The sides of a person to look for. A candidate of another aspect is dropped and counted.</summary>
    public IReadOnlyList<AspectDefinition> Aspects { get; init; } = [];

    /// <summary>Topics that are likely, as examples of the wanted granularity. Others are welcome.</summary>
    public IReadOnlyList<string> TopicHints { get; init; } = [];

    /// <summary>Prompts to use in place of the shipped ones, by name (<c>read</c>, <c>consolidate</c>, <c>summarize</c>, <c>answer</c>).</summary>
    public IReadOnlyDictionary<string, string> Prompts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Further checks of an attribute candidate: a fault in words, or null when it is fine. Must be pure and thread-safe.</summary>
    public IReadOnlyList<Func<AttributeCandidate, string?>> Validators { get; init; } = [];
}

/// <summary>A side of a person.</summary>
/// <param name="Name">A noun in lower case, for example <c>home</c>.</param>
/// <param name="Description">What belongs under it, for the model, in one sentence.</param>
/// <param name="Exclusive">Whether a person has one current value of it at a time.</param>
public sealed record AspectDefinition(string Name, string Description, bool Exclusive = false);
