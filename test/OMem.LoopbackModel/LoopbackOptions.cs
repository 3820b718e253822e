namespace OMem.LoopbackModel;

/// <summary>How the server behaves.</summary>
public sealed record LoopbackOptions
{
    /// <summary>The port of 127.0.0.1; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>Writes the answers. What it does not answer gets the least that the schema allows, or <c>OK</c>.</summary>
    public ILoopbackAnswerer Answerer { get; init; } = LoopbackAnswerers.Default;

    /// <summary>What goes wrong.</summary>
    public FaultPlan Faults { get; init; } = FaultPlans.None;

    /// <summary>How long every answer takes.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>How much longer the answer to a request takes; null for all the same.</summary>
    public Func<LoopbackRequest, TimeSpan>? MoreLatency { get; init; }

    /// <summary>The key that requests must bear; null to take any.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The models known; empty to know every name.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>Whether answers can be made to follow a JSON schema; otherwise a request for it is refused with 400.</summary>
    public bool StructuredOutput { get; init; } = true;

    /// <summary>Whether a temperature other than 1 is accepted; otherwise it is refused with 400, as newer models do.</summary>
    public bool AnyTemperature { get; init; } = true;

    /// <summary>Whether the list of models is served.</summary>
    public bool ListsModels { get; init; } = true;

    /// <summary>Whether usage is reported.</summary>
    public bool ReportsUsage { get; init; } = true;

    /// <summary>The size of the context window in tokens; null for no limit. A longer prompt is refused.</summary>
    public int? ContextTokens { get; init; }

    /// <summary>The value of <c>Retry-After</c>: seconds or an HTTP date; null to send none.</summary>
    public string? RetryAfter { get; init; } = "1";

    /// <summary>The message of <see cref="LoopbackFault.TooLong"/>, to speak like another server; null for OpenAI's words.</summary>
    public string? TooLongMessage { get; init; }

    /// <summary>Measures <see cref="Latency"/> and <see cref="MoreLatency"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
