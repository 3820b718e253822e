using OMem.Interactions;
using OMem.Sensitive;

namespace OMem.Consolidation.Rulings;

/// <summary>The door of a person's decisions: checks what comes in, and has it decided.</summary>
internal sealed class RulingDoor(EngineParts parts, ScopeState state, OneTimeOpening opening)
{
    private const int MaxActor = 256;
    private const int MaxText = 4_096;

    public async Task<CorrectionResult> ConfirmAsync(string itemId, CorrectionNote note, CancellationToken cancellationToken)
    {
        var policy = await OpenedAsync(itemId, cancellationToken).ConfigureAwait(false);
        return await state.RuleAsync(
            Checked(note, policy),
            async (desk, token) => { await Correcting.ConfirmAsync(desk, itemId, token).ConfigureAwait(false); return []; },
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<CorrectionResult> CorrectAsync(string itemId, Replacement replacement, CorrectionNote note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        var policy = await OpenedAsync(itemId, cancellationToken).ConfigureAwait(false);
        replacement = SensitiveDoor.Clean(replacement, policy);
        Check(replacement.Value, "Value", MaxText, optional: true);
        Check(replacement.Text, "Text", MaxText, optional: true);
        return await state.RuleAsync(
            Checked(note, policy),
            async (desk, token) => { await Correcting.CorrectAsync(desk, itemId, replacement, token).ConfigureAwait(false); return []; },
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<CorrectionResult> RetractAsync(string itemId, CorrectionNote note, CancellationToken cancellationToken)
    {
        var policy = await OpenedAsync(itemId, cancellationToken).ConfigureAwait(false);
        return await state.RuleAsync(
            Checked(note, policy),
            async (desk, _) => { await Correcting.RetractAsync(desk, itemId).ConfigureAwait(false); return []; },
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<CorrectionResult> UndoAsync(UndoRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var policy = await OpenedAsync("", cancellationToken).ConfigureAwait(false);
        return await state.RuleAsync(
            Checked(request.Note, policy),
            (desk, token) => Undoing.ApplyAsync(desk, UndoPlan.Of(desk.Book, request), LedgerOperation.Undo, token),
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<CorrectionResult> RedoAsync(CorrectionNote note, long? entry, CancellationToken cancellationToken)
    {
        var policy = await OpenedAsync("", cancellationToken).ConfigureAwait(false);
        return await state.RuleAsync(
            Checked(note, policy),
            (desk, token) => Undoing.ApplyAsync(desk, UndoPlan.OfRedo(desk.Book, entry), LedgerOperation.Redo, token),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Who decides and why, as the memory's policy lets it be kept.</summary>
    /// <exception cref="CorrectionException">One of them is missing or too long.</exception>
    /// <exception cref="SensitiveDataException">It is to be refused.</exception>
    public static CorrectionNote Checked(CorrectionNote note, SensitiveDataPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(note);
        Check(note.Actor, "Actor", MaxActor, optional: false);
        Check(note.Reason, "Reason", MaxText, optional: false);
        return SensitiveDoor.Clean(note, policy);
    }

    /// <summary>The policy that what a person decides has to pass: its words go into derived memory and the ledger.</summary>
    private async Task<SensitiveDataPolicy> OpenedAsync(string itemId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(itemId);
        if (parts.Options.Method is MemoryMethod.Paper)
        {
            throw new CorrectionException(CorrectionFault.NotSupported, "A memory built by the paper's method is a baseline to compare with: it cannot be corrected.");
        }

        await opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return await state.Policy.GetAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void Check(string? text, string field, int most, bool optional)
    {
        if (text is null ? !optional : string.IsNullOrWhiteSpace(text) || text.Length > most)
        {
            throw new CorrectionException(CorrectionFault.Invalid, $"The correction's {field} must hold 1-{most.ToString(System.Globalization.CultureInfo.InvariantCulture)} characters.");
        }
    }
}
