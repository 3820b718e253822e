using OMem.Storage;

namespace OMem.Encryption;

/// <summary>Errors of the store under the seal name tokens; the caller's name what the caller gave.</summary>
internal static class SealedFaults
{
    public static bool IsNamed(Exception fault) => fault is ScopeConflictException or ScopeNotEmptyException or IdempotencyConflictException;

    public static OMemException Rename(Exception fault, MemoryScope scope, IReadOnlyList<AppendRow> batch) => fault switch
    {
        ScopeConflictException { LeaseLost: true } conflict => ScopeConflictException.ForLostLease(scope, conflict.ActualVersion),
        ScopeConflictException conflict => new ScopeConflictException(scope, conflict.ExpectedVersion, conflict.ActualVersion),
        ScopeNotEmptyException => new ScopeNotEmptyException(scope),
        IdempotencyConflictException conflict => new IdempotencyConflictException(batch[conflict.Index].Interaction.Id, conflict.Index),
        _ => throw new InvalidOperationException("The error names no scope.", fault),
    };
}
