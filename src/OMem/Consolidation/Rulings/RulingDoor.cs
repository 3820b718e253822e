using OMem.Interactions;

namespace OMem.Consolidation.Rulings;

/// <summary>The door of a person's decisions: checks what comes in, and has it decided.</summary>
internal static class RulingDoor
{
    private const int MaxActor = 256;
    private const int MaxText = 4_096;

    public static Task<CorrectionResult> ConfirmAsync(ScopeState state, string itemId, CorrectionNote note, CancellationToken cancellationToken) =>
        state.RuleAsync(Checked(note), async (desk, _) => { await Correcting.ConfirmAsync(desk, itemId).ConfigureAwait(false); return []; }, cancellationToken);

    public static Task<CorrectionResult> CorrectAsync(ScopeState state, string itemId, Replacement replacement, CorrectionNote note, CancellationToken cancellationToken)
    {
        Check(replacement.Value, "Value", MaxText, optional: true);
        Check(replacement.Text, "Text", MaxText, optional: true);
        return state.RuleAsync(
            Checked(note),
            async (desk, token) => { await Correcting.CorrectAsync(desk, itemId, replacement, token).ConfigureAwait(false); return []; },
            cancellationToken);
    }

    public static Task<CorrectionResult> RetractAsync(ScopeState state, string itemId, CorrectionNote note, CancellationToken cancellationToken) =>
        state.RuleAsync(Checked(note), async (desk, _) => { await Correcting.RetractAsync(desk, itemId).ConfigureAwait(false); return []; }, cancellationToken);

    public static Task<CorrectionResult> UndoAsync(ScopeState state, UndoRequest request, CancellationToken cancellationToken) => state.RuleAsync(
        Checked(request.Note), (desk, token) => Undoing.ApplyAsync(desk, UndoPlan.Of(desk.Book, request), LedgerOperation.Undo, token), cancellationToken);

    public static Task<CorrectionResult> RedoAsync(ScopeState state, CorrectionNote note, long? entry, CancellationToken cancellationToken) => state.RuleAsync(
        Checked(note), (desk, token) => Undoing.ApplyAsync(desk, UndoPlan.OfRedo(desk.Book, entry), LedgerOperation.Redo, token), cancellationToken);

    private static CorrectionNote Checked(CorrectionNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        Check(note.Actor, "Actor", MaxActor, optional: false);
        Check(note.Reason, "Reason", MaxText, optional: false);
        return note;
    }

    private static void Check(string? text, string field, int most, bool optional)
    {
        if (text is null ? !optional : string.IsNullOrWhiteSpace(text) || text.Length > most)
        {
            throw new CorrectionException(CorrectionFault.Invalid, $"The correction's {field} must hold 1-{most.ToString(System.Globalization.CultureInfo.InvariantCulture)} characters.");
        }
    }
}
