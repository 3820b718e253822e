using OMem.Sqlite.Access;

namespace OMem.Sqlite.Schema;

/// <summary>Looks for damage: first what SQLite can tell, then whether the counters agree with the rows.</summary>
internal static class IntegrityCheck
{
    private static readonly string[] Checks =
    [
        "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
        "SELECT 'row of ' || \"table\" || ' without its parent' FROM pragma_foreign_key_check",
        "SELECT 'scope ' || scope_id || ' has a log of ' || log_sequence || ', but not as many interactions' FROM scope AS s WHERE log_sequence - erased <> "
            + "(SELECT count(*) FROM interaction AS i WHERE i.position > s.scope_id << 32 AND i.position <= (s.scope_id << 32) + log_sequence)",
        "SELECT 'scope ' || scope_id || ' has a ledger of ' || ledger_sequence || ', but not as many entries' FROM scope AS s WHERE ledger_sequence <> "
            + "(SELECT count(*) FROM ledger AS l WHERE l.position > s.scope_id << 32 AND l.position <= (s.scope_id << 32) + ledger_sequence)",
    ];

    public static IReadOnlyList<string> Run(SqliteSession session)
    {
        var faults = new List<string>();
        foreach (var check in Checks)
        {
            try
            {
                faults.AddRange(session.Texts(check));
            }
            catch (MemoryStoreException damage) when (damage.Fault is MemoryStoreFault.Corrupt)
            {
                // Damage can be such that not even the check gets through.
                faults.Add(damage.Message);
            }
        }

        return faults;
    }
}
