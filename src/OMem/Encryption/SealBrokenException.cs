namespace OMem.Encryption;

/// <summary>A sealed value does not open: it was damaged or moved, or its scope has another key by now. Never leaves the store.</summary>
internal sealed class SealBrokenException(string what, Exception? innerException = null) : Exception($"{what} does not open.", innerException)
{
    /// <summary>What does not open, in words, without content.</summary>
    public string What { get; } = what;
}
