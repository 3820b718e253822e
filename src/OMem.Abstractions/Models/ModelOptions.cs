using System.ComponentModel.DataAnnotations;

namespace OMem;

/// <summary>How the engine calls language models. Without a model nothing here matters.</summary>
public sealed class ModelOptions
{
    /// <summary>The most interactions one reading call carries.</summary>
    /// <value>The default is 16.</value>
    [Range(1, 200)]
    public int MessagesPerCall { get; set; } = 16;

    /// <summary>The most prompt tokens of one call, context included; a batch that would need more is read in more calls.</summary>
    /// <value>The default is 6,000.</value>
    [Range(500, 1_000_000)]
    public int PromptTokensPerCall { get; set; } = 6_000;

    /// <summary>How many known items each new attribute or fact is compared with by the model that consolidates.</summary>
    /// <value>The default is 5.</value>
    [Range(1, 50)]
    public int NeighboursPerStatement { get; set; } = 5;

    /// <summary>
    /// The most prompt tokens that consolidating takes for each interaction read, over a batch of at least 64. What it leaves no room for is decided by rules,
    /// changes last. It keeps the cost of an interaction independent of the memory.
    /// </summary>
    /// <value>The default is 32.</value>
    [Range(1, 100_000)]
    public int ConsolidationTokensPerMessage { get; set; } = 32;

    /// <summary>Calls in flight at a time, over all scopes of the process.</summary>
    /// <value>The default is 4.</value>
    [Range(1, 256)]
    public int MaxParallelCalls { get; set; } = 4;

    /// <summary>Calls started per minute; null for no limit.</summary>
    [Range(1, 1_000_000)]
    public int? RequestsPerMinute { get; set; }

    /// <summary>How long one attempt of a call may take.</summary>
    /// <value>The default is two minutes; from 10 milliseconds to one day.</value>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a failed call is tried again at once, with growing, jittered waits, before the batch goes back to the outbox.</summary>
    /// <value>The default is 3.</value>
    [Range(0, 20)]
    public int MaxRetries { get; set; } = 3;

    /// <summary>The first wait before a retry. A longer wait that the endpoint asks for is honoured up to <see cref="MaxRetryDelay"/>.</summary>
    /// <value>The default is one second; at most a day.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait before a retry inside a call; what the endpoint wants beyond it is left to the outbox.</summary>
    /// <value>The default is 30 seconds; at most a day.</value>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(30);
}
