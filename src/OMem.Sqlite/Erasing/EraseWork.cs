using OMem.Sqlite.Access;
using OMem.Sqlite.Log;
using OMem.Storage;

namespace OMem.Sqlite.Erasing;

/// <summary>The part of an erase that is one transaction, and what the part after it needs to know.</summary>
/// <param name="Erased">What went.</param>
/// <param name="Fragments">What the rows held that went.</param>
/// <param name="Before">The mark before it.</param>
/// <param name="After">The mark after it.</param>
internal sealed record EraseWork(ScopeErased Erased, FragmentSet Fragments, ErasureMark Before, ErasureMark After)
{
    /// <summary>Takes the rows out, within the transaction it is called in.</summary>
    public static EraseWork Run(SqliteSession session, MemoryScope scope, ScopeErase erase, CancellationToken cancellationToken)
    {
        var before = ErasureMark.Read(session);
        if (ScopeTable.Find(session, scope) is not { } known)
        {
            return new EraseWork(new ScopeErased(0, 0, 0, 0, 0, IsClean: true, null), new FragmentSet(), before, before);
        }

        // A position that no log can have would be one of another scope.
        var erasable = erase.Sequences is { } sequences ? erase with { Sequences = [.. sequences.Where(sequence => sequence >= 1 && sequence <= known.LogSequence)] } : erase;
        if (erase.Ledger.FirstOrDefault(entry => entry.Sequence < 1 || entry.Sequence > known.LedgerSequence) is { } unknown)
        {
            throw new ArgumentException($"Entry {unknown.Sequence} is not in the ledger of the scope.", nameof(erase));
        }

        var fragments = ErasedRows.Collect(session, known, erasable, cancellationToken);
        var erased = ScopeEraser.Erase(session, scope, known, erasable, cancellationToken);
        return new EraseWork(erased, fragments, before, ErasureMark.Read(session));
    }
}
