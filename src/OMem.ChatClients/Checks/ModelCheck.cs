namespace OMem.ChatClients;

/// <summary>Whether answers can be made to follow a JSON schema.</summary>
public enum StructuredOutput
{
    /// <summary>It was not tried, because the model does not answer at all.</summary>
    Unknown = 0,

    /// <summary>The answer follows the schema.</summary>
    Supported = 1,

    /// <summary>The endpoint refuses a request with a schema.</summary>
    Refused = 2,

    /// <summary>The endpoint takes the schema and answers something else.</summary>
    Ignored = 3,
}

/// <summary>What a check of a model found. Holds no key and no answer.</summary>
public sealed record ModelCheck
{
    /// <summary>The model, as the first of its roles uses it.</summary>
    public required ResolvedModel Model { get; init; }

    /// <summary>The roles it serves.</summary>
    public required IReadOnlyList<ModelRole> Roles { get; init; }

    /// <summary>Whether the endpoint lists the model; null when it lists none.</summary>
    public bool? IsListed { get; init; }

    /// <summary>Why the model cannot be used; null when it answers.</summary>
    public ModelException? Fault { get; init; }

    /// <summary>Whether it answers.</summary>
    public bool Answers => Fault is null;

    /// <summary>Whether answers can be made to follow a schema.</summary>
    public StructuredOutput StructuredOutput { get; init; }

    /// <summary>Pieces of one streamed answer; 0 when it cannot be streamed.</summary>
    public int StreamedPieces { get; init; }

    /// <summary>Median time of the short calls, whole answers.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>Calls that were made.</summary>
    public int Calls { get; init; }

    /// <summary>Prompt tokens of the calls, as the endpoint reports them; null when it does not.</summary>
    public long? PromptTokens { get; init; }

    /// <summary>Tokens of the answers, likewise.</summary>
    public long? CompletionTokens { get; init; }
}
