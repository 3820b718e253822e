using OMem.Sqlite.Access;
using OMem.Sqlite.Derived;
using OMem.Sqlite.Log;

namespace OMem.Sqlite.Ledger;

/// <summary>Appends to the ledger.</summary>
internal static class LedgerWriter
{
    /// <summary>Numbers and writes the entries.</summary>
    /// <returns>The ledger's last position after them.</returns>
    public static long Append(SqliteSession session, ScopeRow scope, IReadOnlyList<LedgerEntry> entries)
    {
        var last = scope.LedgerSequence;
        foreach (var entry in entries)
        {
            var position = Position.Of(scope.Id, ++last);
            session.Prepare(
                    "INSERT INTO ledger (position, " + LedgerColumns.Names + ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)")
                .Add(position).Add(entry).Run();
            for (var i = 0; i < entry.Evidence.Count; i++)
            {
                session.Prepare("INSERT INTO ledger_evidence (position, ordinal, " + EvidenceColumns.Names + ") VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                    .Add(position).Add((long)i).Add(entry.Evidence[i]).Run();
            }
        }

        return last;
    }
}
