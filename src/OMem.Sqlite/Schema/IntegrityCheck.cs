using OMem.Sqlite.Access;

namespace OMem.Sqlite.Schema;

/// <summary>Looks for damage: first what SQLite can tell, then whether the counters agree with the rows.</summary>
internal static class IntegrityCheck
{
    public static IReadOnlyList<string> Run(SqliteSession session)
    {
        var faults = new List<string>();
        faults.AddRange(session.Texts("PRAGMA integrity_check").Where(static line => !string.Equals(line, "ok", StringComparison.Ordinal)));
        faults.AddRange(session.Texts("SELECT 'row of ' || \"table\" || ' without its parent' FROM pragma_foreign_key_check"));
        faults.AddRange(session.Texts(
            "SELECT 'scope ' || scope_id || ' has a log of ' || log_sequence || ', but not as many interactions' FROM scope AS s WHERE log_sequence <> "
            + "(SELECT count(*) FROM interaction AS i WHERE i.position > s.scope_id << 32 AND i.position <= (s.scope_id << 32) + log_sequence)"));
        faults.AddRange(session.Texts(
            "SELECT 'scope ' || scope_id || ' has a ledger of ' || ledger_sequence || ', but not as many entries' FROM scope AS s WHERE ledger_sequence <> "
            + "(SELECT count(*) FROM ledger AS l WHERE l.position > s.scope_id << 32 AND l.position <= (s.scope_id << 32) + ledger_sequence)"));
        return faults;
    }
}
