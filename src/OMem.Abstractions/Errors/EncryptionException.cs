namespace OMem;

/// <summary>A sealed store cannot be opened, read or written because of its keys. Nothing was changed and nothing is lost.</summary>
public sealed class EncryptionException : OMemException
{
    /// <summary>Creates the error.</summary>
    /// <param name="fault">What kind of fault it is.</param>
    /// <param name="message">What happened and what to do, without key material.</param>
    /// <param name="innerException">The cause.</param>
    public EncryptionException(EncryptionFault fault, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Fault = fault;
    }

    /// <summary>What kind of fault it is.</summary>
    public EncryptionFault Fault { get; }

    /// <summary>The id of the master key that is wanted; null when it is about none.</summary>
    public string? MasterKeyId { get; init; }
}

/// <summary>What ails the keys of a store.</summary>
public enum EncryptionFault
{
    /// <summary>Key material cannot be used: not 32 bytes, not Base64, a file others may read.</summary>
    InvalidKey = 0,

    /// <summary>The store is encrypted and no key was given.</summary>
    KeyRequired = 1,

    /// <summary>A data key is wrapped under a master key that was not given.</summary>
    MasterKeyMissing = 2,

    /// <summary>The key ring has no data key for what the store holds: it is lost, or of another store.</summary>
    DataKeyMissing = 3,

    /// <summary>A key was given, and the store holds memory that is not encrypted.</summary>
    NotEncrypted = 4,

    /// <summary>A wrapped key was damaged or changed.</summary>
    Damaged = 5,

    /// <summary>The store is encrypted in a way this version does not know.</summary>
    NewerFormat = 6,
}
