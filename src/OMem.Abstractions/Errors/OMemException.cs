namespace OMem;

/// <summary>The base of every error OMem raises itself. Messages never hold the text of an interaction or a query.</summary>
public abstract class OMemException : Exception
{
    /// <summary>Creates the error.</summary>
    protected OMemException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the same call may succeed later without a change.</summary>
    public virtual bool IsTransient => false;
}

/// <summary>A part of a scope is missing or not allowed.</summary>
public sealed class InvalidScopeException : OMemException
{
    /// <summary>Creates the error.</summary>
    public InvalidScopeException(string part, string fault)
        : base($"The scope's {part} {fault}.")
    {
        Part = part;
    }

    /// <summary>Which part: <c>tenant</c>, <c>user</c> or <c>agent</c>.</summary>
    public string Part { get; }
}

/// <summary>An interaction cannot be remembered.</summary>
public sealed class InvalidInteractionException : OMemException
{
    /// <summary>Creates the error.</summary>
    public InvalidInteractionException(int index, string field, string fault)
        : base($"Interaction {index}: {field} {fault}.")
    {
        Index = index;
        Field = field;
        Fault = fault;
    }

    /// <summary>Its place in the call, from 0.</summary>
    public int Index { get; }

    /// <summary>The field at fault.</summary>
    public string Field { get; }

    /// <summary>What is wrong with it.</summary>
    public string Fault { get; }
}

/// <summary>A query is not valid.</summary>
public sealed class InvalidQueryException : OMemException
{
    /// <summary>Creates the error.</summary>
    public InvalidQueryException(string field, string fault)
        : base($"The query's {field} {fault}.")
    {
        Field = field;
    }

    /// <summary>The field at fault.</summary>
    public string Field { get; }
}

/// <summary>An id was used before with other content. Nothing of the call was stored.</summary>
public sealed class IdempotencyConflictException : OMemException
{
    /// <summary>Creates the error.</summary>
    public IdempotencyConflictException(string interactionId, int index)
        : base($"Interaction {index}: the id '{interactionId}' is already stored with other content.")
    {
        InteractionId = interactionId;
        Index = index;
    }

    /// <summary>The id that was used twice.</summary>
    public string InteractionId { get; }

    /// <summary>Its place in the call, from 0.</summary>
    public int Index { get; }
}

/// <summary>A scope that has to be empty holds something, or has. Nothing was written.</summary>
public sealed class ScopeNotEmptyException : OMemException
{
    /// <summary>Creates the error.</summary>
    public ScopeNotEmptyException(MemoryScope scope)
        : base($"The scope {scope} is not empty: a memory is restored only into a scope that has never held anything.")
    {
        Scope = scope;
    }

    /// <summary>The scope.</summary>
    public MemoryScope Scope { get; }
}

/// <summary>An export cannot be read. Nothing of it was stored.</summary>
public sealed class InvalidExportException : OMemException
{
    /// <summary>Creates the error.</summary>
    public InvalidExportException(long line, string fault, Exception? innerException = null)
        : base($"Line {line} of the export: {fault}.", innerException)
    {
        Line = line;
        Fault = fault;
    }

    /// <summary>The line at fault, from 1.</summary>
    public long Line { get; }

    /// <summary>What is wrong with it, without content.</summary>
    public string Fault { get; }
}

/// <summary>Another writer changed the derived memory of the scope, or took over the lease, first. Read again and retry.</summary>
public sealed class ScopeConflictException : OMemException
{
    /// <summary>Creates the error.</summary>
    public ScopeConflictException(MemoryScope scope, long expectedVersion, long actualVersion)
        : base($"The memory of the scope was changed by another writer (expected version {expectedVersion}, found {actualVersion}).")
    {
        Scope = scope;
        ExpectedVersion = expectedVersion;
        ActualVersion = actualVersion;
    }

    private ScopeConflictException(MemoryScope scope, long version)
        : base("The work on the scope is no longer leased to this worker: the lease was given back, ran out or was ended.")
    {
        Scope = scope;
        ExpectedVersion = version;
        ActualVersion = version;
        LeaseLost = true;
    }

    /// <summary>The error of a worker that no longer holds the lease.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="version">The version the store has.</param>
    public static ScopeConflictException ForLostLease(MemoryScope scope, long version) => new(scope, version);

    /// <summary>The scope.</summary>
    public MemoryScope Scope { get; }

    /// <summary>The version the writer had read.</summary>
    public long ExpectedVersion { get; }

    /// <summary>The version the store has.</summary>
    public long ActualVersion { get; }

    /// <summary>Whether the lease was lost rather than the version.</summary>
    public bool LeaseLost { get; }

    /// <inheritdoc/>
    public override bool IsTransient => true;
}

/// <summary>The store cannot be opened, read or written.</summary>
public sealed class MemoryStoreException : OMemException
{
    /// <summary>Creates the error.</summary>
    public MemoryStoreException(MemoryStoreFault fault, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Fault = fault;
    }

    /// <summary>What kind of fault it is.</summary>
    public MemoryStoreFault Fault { get; }

    /// <inheritdoc/>
    public override bool IsTransient => Fault is MemoryStoreFault.Busy;
}

/// <summary>What ails a store.</summary>
public enum MemoryStoreFault
{
    /// <summary>Something else; see the inner exception.</summary>
    Other = 0,

    /// <summary>Another process holds the lock longer than the time limit.</summary>
    Busy = 1,

    /// <summary>The file is not an OMem store.</summary>
    NotAStore = 2,

    /// <summary>The store was written by a newer version.</summary>
    NewerSchema = 3,

    /// <summary>The place cannot be written.</summary>
    ReadOnly = 4,

    /// <summary>No space is left.</summary>
    Full = 5,

    /// <summary>The file is damaged.</summary>
    Corrupt = 6,
}

/// <summary>A language model could not be used, or gave no usable answer.</summary>
public sealed class ModelException : OMemException
{
    /// <summary>Creates the error.</summary>
    /// <param name="fault">What kind of fault it is.</param>
    /// <param name="message">What happened and what to do, without keys and without the text of prompts or answers.</param>
    /// <param name="innerException">The cause.</param>
    public ModelException(ModelFault fault, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Fault = fault;
    }

    /// <summary>What kind of fault it is.</summary>
    public ModelFault Fault { get; }

    /// <summary>How long the endpoint asks to wait; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The option that the model does not support, by its name on the wire: <c>response_format</c> for structured output; null when it is another fault.</summary>
    public string? UnsupportedOption { get; init; }

    /// <summary>Whether the fault may lie in one of the messages sent, so that a smaller batch can pass.</summary>
    public bool IsAboutContent => Fault is ModelFault.InvalidAnswer or ModelFault.Truncated or ModelFault.Refused or ModelFault.TooLong;

    /// <inheritdoc/>
    public override bool IsTransient => Fault is not (ModelFault.NotConfigured or ModelFault.Unauthorized or ModelFault.Rejected);
}

/// <summary>What ails a model call.</summary>
public enum ModelFault
{
    /// <summary>No model is configured for this.</summary>
    NotConfigured = 0,

    /// <summary>The endpoint cannot be reached.</summary>
    Unreachable = 1,

    /// <summary>No answer within the time limit.</summary>
    TimedOut = 2,

    /// <summary>Too many requests (429).</summary>
    RateLimited = 3,

    /// <summary>The endpoint failed (5xx).</summary>
    ServerError = 4,

    /// <summary>The key is missing or wrong (401, 403).</summary>
    Unauthorized = 5,

    /// <summary>The endpoint refuses the request as such: unknown model, unsupported option, no such path (other 4xx), or it is no model endpoint at all.</summary>
    Rejected = 6,

    /// <summary>The prompt does not fit the model's context window.</summary>
    TooLong = 7,

    /// <summary>The answer ended before it was complete.</summary>
    Truncated = 8,

    /// <summary>The answer is empty, is not the JSON asked for, or does not follow the schema.</summary>
    InvalidAnswer = 9,

    /// <summary>The model declined, or a content filter stopped it.</summary>
    Refused = 10,
}
