namespace OMem;

/// <summary>A correction, undo or redo cannot be done. Nothing was changed.</summary>
public sealed class CorrectionException : OMemException
{
    /// <summary>Creates the error.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="entries">The ledger positions it is about.</param>
    public CorrectionException(CorrectionFault fault, string message, IReadOnlyList<long>? entries = null)
        : base(message)
    {
        Fault = fault;
        Entries = entries ?? [];
    }

    /// <summary>What is wrong.</summary>
    public CorrectionFault Fault { get; }

    /// <summary>The ledger positions it is about, such as later entries that depend on the one to undo.</summary>
    public IReadOnlyList<long> Entries { get; }
}

/// <summary>Why a correction cannot be done.</summary>
public enum CorrectionFault
{
    /// <summary>A field is missing or not allowed.</summary>
    Invalid = 0,

    /// <summary>There is no such attribute or fact.</summary>
    UnknownItem = 1,

    /// <summary>It is superseded, ended or withdrawn already.</summary>
    Superseded = 2,

    /// <summary>There is no such ledger entry.</summary>
    UnknownEntry = 3,

    /// <summary>The entry is of a kind, or from a time, that cannot be undone.</summary>
    NotUndoable = 4,

    /// <summary>The entry is undone already, or there is nothing to do again.</summary>
    NothingToDo = 5,

    /// <summary>Later entries depend on it.</summary>
    Dependents = 6,

    /// <summary>The method of the memory does not allow it.</summary>
    NotSupported = 7,

    /// <summary>What is selected is no longer what was shown.</summary>
    Changed = 8,

    /// <summary>What it would bring back was erased.</summary>
    Erased = 9,
}
