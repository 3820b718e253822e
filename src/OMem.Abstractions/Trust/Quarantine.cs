using System.ComponentModel.DataAnnotations;

namespace OMem;

/// <summary>Which part of the quarantine to read.</summary>
public sealed record QuarantineQuery
{
    /// <summary>Only what is about this person; null for everyone.</summary>
    public string? Subject { get; init; }

    /// <summary>At most so many, the latest first; null for all.</summary>
    [Range(1, int.MaxValue)]
    public int? Limit { get; init; }
}

/// <summary>Something that was concluded and held back. <see cref="IMemory.ConfirmAsync"/> releases it, <see cref="IMemory.RetractAsync"/> discards it.</summary>
/// <param name="Item">What it says, with its evidence.</param>
/// <param name="Reason">Why it is held back.</param>
/// <param name="Needs">What would release it.</param>
/// <param name="Sources">Who said it, and where, in log order.</param>
/// <param name="Contradicts">What is believed and speaks against it, by id; while there is any, no number of sources of low trust releases it.</param>
public sealed record QuarantinedItem(
    PersonaItem Item, string Reason, string Needs, IReadOnlyList<Citation> Sources, IReadOnlyList<PersonaItem> Contradicts);
