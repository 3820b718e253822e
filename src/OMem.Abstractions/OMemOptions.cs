using System.ComponentModel.DataAnnotations;

namespace OMem;

/// <summary>Settings of the engine.</summary>
public sealed class OMemOptions
{
    /// <summary>The longest text of one interaction, in UTF-16 units.</summary>
    /// <value>The default is 1,048,576.</value>
    [Range(1, 16 * 1024 * 1024)]
    public int MaxTextLength { get; set; } = 1_048_576;

    /// <summary>The most interactions of one remember call.</summary>
    /// <value>The default is 10,000.</value>
    [Range(1, 1_000_000)]
    public int MaxBatchSize { get; set; } = 10_000;

    /// <summary>Whether a worker of this process reads new interactions in the background. Without it they wait until <see cref="IMemory.FlushAsync"/>.</summary>
    /// <value>The default is true.</value>
    public bool BackgroundUnderstanding { get; set; } = true;

    /// <summary>How many interactions the worker reads at a time.</summary>
    /// <value>The default is 64.</value>
    [Range(1, 10_000)]
    public int UnderstandingBatchSize { get; set; } = 64;

    /// <summary>Attempts before an interaction is parked.</summary>
    /// <value>The default is 5.</value>
    [Range(1, 100)]
    public int MaxUnderstandingAttempts { get; set; } = 5;

    /// <summary>How often the worker of this process takes up parked interactions again.</summary>
    /// <value>The default is six hours.</value>
    public TimeSpan ParkedRetryInterval { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How memories are built and read.</summary>
    /// <value>The default is <see cref="MemoryMethod.OMem"/>.</value>
    [EnumDataType(typeof(MemoryMethod))]
    public MemoryMethod Method { get; set; }

    /// <summary>Settings of <see cref="MemoryMethod.Paper"/>.</summary>
    public PaperOptions Paper { get; set; } = new();

    /// <summary>How far each kind of source is believed.</summary>
    public TrustOptions Trust { get; set; } = new();

    /// <summary>How language models are called.</summary>
    public ModelOptions Models { get; set; } = new();

    /// <summary>How retention rules are applied.</summary>
    public RetentionOptions Retention { get; set; } = new();

    /// <summary>How long a worker that is gone holds a scope before another takes over; one that works renews its lease.</summary>
    /// <value>The default is 20 seconds.</value>
    public TimeSpan UnderstandingLease { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The probability from which the memory is said to know an answer, 0-1.</summary>
    /// <value>
    /// The default is 0.28: of questions a memory of 3 to 700 turns can answer, 90 to 98 % are taken as known, of questions about other
    /// people's lives 11 to 22 %. At 0.5 it is 82 to 94 % and 3 to 11 %; hiding what is known is the worse error.
    /// </value>
    [Range(0.0, 1.0)]
    public double KnownThreshold { get; set; } = 0.28;

    /// <summary>Bytes of hot scopes to keep in memory before the least recently used is dropped.</summary>
    /// <value>The default is 1 GiB.</value>
    [Range(1_048_576, long.MaxValue)]
    public long HotStateBytes { get; set; } = 1L << 30;

    /// <summary>What is done with sensitive data before it is stored, in scopes that have no policy of their own (<see cref="IMemory.SetSensitiveDataPolicyAsync"/>).</summary>
    /// <value>The default is <see cref="SensitiveDataPolicy.Default"/>: credentials and keys of wallets are masked, the rest is kept.</value>
    public SensitiveDataPolicy SensitiveData { get; set; } = SensitiveDataPolicy.Default;

    /// <summary>Whether telemetry may carry text of queries and items.</summary>
    /// <value>The default is false.</value>
    public bool EnableSensitiveTelemetryData { get; set; }
}
