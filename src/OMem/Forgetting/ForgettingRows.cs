using System.Globalization;

namespace OMem.Forgetting;

/// <summary>Ledger rows of forget and erase: they say how many, and nothing of what.</summary>
internal static class ForgettingRows
{
    public static LedgerEntry Forget(int interactions) => Row(LedgerOperation.Forget, interactions, "forgotten");

    public static LedgerEntry Erase(int interactions) => Row(LedgerOperation.Erase, interactions, "erased");

    private static LedgerEntry Row(LedgerOperation operation, int interactions, string done) => new()
    {
        RecordedAt = default,
        Actor = "",
        Reason = "",
        Operation = operation,
        ItemId = "scope",
        ItemKind = "scope",
        After = string.Create(CultureInfo.InvariantCulture, $"{interactions} {(interactions == 1 ? "interaction" : "interactions")} {done}"),
    };
}
