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
            Write(session, Position.Of(scope.Id, ++last), entry);
        }

        return last;
    }

    /// <summary>Writes entries over those at their positions.</summary>
    /// <returns>How many there were.</returns>
    public static int Replace(SqliteSession session, ScopeRow scope, IReadOnlyList<LedgerEntry> entries)
    {
        foreach (var entry in entries)
        {
            var position = Position.Of(scope.Id, entry.Sequence);
            if (session.Prepare("DELETE FROM ledger WHERE position = ?1").Add(position).Run() == 0)
            {
                throw new ArgumentException($"Entry {entry.Sequence} is not in the ledger of the scope.", nameof(entries));
            }

            Write(session, position, entry);
        }

        return entries.Count;
    }

    private static void Write(SqliteSession session, long position, LedgerEntry entry)
    {
        session.Prepare(
                "INSERT INTO ledger (position, " + LedgerColumns.Names + ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)")
            .Add(position).Add(entry).Run();
        for (var i = 0; i < entry.Evidence.Count; i++)
        {
            session.Prepare("INSERT INTO ledger_evidence (position, ordinal, " + EvidenceColumns.Names + ") VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                .Add(position).Add((long)i).Add(entry.Evidence[i]).Run();
        }
    }
}
