namespace OMem;

/// <summary>What is done with a kind of sensitive data before a message is stored.</summary>
public enum SensitiveHandling
{
    /// <summary>It is stored as given.</summary>
    Keep = 0,

    /// <summary>A mark such as <c>[masked: api key]</c> is stored in its place; the value is nowhere.</summary>
    Mask = 1,

    /// <summary>The call fails with <see cref="SensitiveDataException"/> and nothing of it is stored.</summary>
    Refuse = 2,
}
