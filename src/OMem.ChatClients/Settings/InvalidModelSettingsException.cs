namespace OMem.ChatClients;

/// <summary>A model is not configured right. The message names every fault, says what to do, and never holds a key.</summary>
public sealed class InvalidModelSettingsException : OMemException
{
    /// <summary>Creates the error.</summary>
    public InvalidModelSettingsException(IReadOnlyList<string> faults)
        : base(string.Join(' ', faults))
    {
        Faults = faults;
    }

    /// <summary>The faults, a sentence each.</summary>
    public IReadOnlyList<string> Faults { get; }
}
