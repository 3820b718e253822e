namespace OMem.Encryption;

/// <summary>Ledger entries as the store is given them: what history filters by is a token, everything in words is one sealed text, bound to what the entry is about.</summary>
/// <remarks>In the clear stay position, time, operation, kind of item and similarity.</remarks>
internal static class SealedLedger
{
    public static LedgerEntry Seal(ScopeKeys keys, LedgerEntry entry)
    {
        using var plain = new Pack()
            .Add(entry.Actor).Add(entry.Aspect).Add(entry.Before).Add(entry.After).Add(entry.Reason).Add(entry.Revert);
        using var bound = Bound(entry, entry.ItemId);
        return entry with
        {
            Actor = "",
            ItemId = keys.Token(TokenKind.Derived, entry.ItemId),
            Subject = keys.TokenOrNull(TokenKind.Subject, entry.Subject),
            Aspect = null,
            Before = null,
            After = null,
            SupersededId = keys.TokenOrNull(TokenKind.Derived, entry.SupersededId),
            Evidence = SealedEvidence.Seal(keys, entry.Evidence),
            Reason = keys.SealText(plain.Written, bound),
            Revert = null,
        };
    }

    public static LedgerEntry Open(ScopeKeys keys, LedgerEntry entry, NamePool pool)
    {
        var id = keys.Word(TokenKind.Derived, entry.ItemId);
        using var bound = Bound(entry, id);
        var what = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Entry {entry.Sequence} of the ledger");
        var reader = new PackReader(keys.OpenText(entry.Reason, bound, what));
        return entry with
        {
            Actor = reader.Text(pool),
            ItemId = id,
            Subject = keys.WordOrNull(TokenKind.Subject, entry.Subject),
            Aspect = reader.TextOrNull(pool),
            Before = reader.TextOrNull(),
            After = reader.TextOrNull(),
            SupersededId = keys.WordOrNull(TokenKind.Derived, entry.SupersededId),
            Evidence = SealedEvidence.Open(keys, entry.Evidence),
            Reason = reader.Text(),
            Revert = reader.TextOrNull(),
        };
    }

    /// <summary>What a store compares with, as it knows it.</summary>
    public static HistoryQuery Seal(ScopeKeys keys, HistoryQuery query) => query with
    {
        ItemId = keys.TokenOrNull(TokenKind.Derived, query.ItemId),
        Subject = keys.TokenOrNull(TokenKind.Subject, query.Subject),
    };

    private static Pack Bound(LedgerEntry entry, string id) =>
        new Pack().Add((byte)FieldKind.LedgerEntry).Add(id).Add((byte)entry.Operation).Add(entry.ItemKind).Add(entry.RecordedAt);
}
