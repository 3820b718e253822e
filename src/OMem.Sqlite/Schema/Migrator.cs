using System.Globalization;
using OMem.Sqlite.Access;

namespace OMem.Sqlite.Schema;

/// <summary>Finds out what a file is, and brings it to the present layout.</summary>
internal static class Migrator
{
    /// <summary>"OMem" in ASCII: <c>PRAGMA application_id</c> of every store.</summary>
    public const int ApplicationId = 0x4F4D656D;

    /// <summary>Refuses a database of another program. Reads only.</summary>
    /// <exception cref="MemoryStoreException">It is neither empty nor a store of ours.</exception>
    public static void RefuseForeign(SqliteSession session)
    {
        var (application, isEmpty) = session.InTransaction ? Look(session) : LookOnce(session);
        if (!isEmpty && application != ApplicationId)
        {
            throw new MemoryStoreException(
                MemoryStoreFault.NotAStore,
                $"The store '{session.Path}': the file is a SQLite database of another program; give another path, OMem leaves it untouched.");
        }
    }

    /// <summary>One transaction: else a store that another process makes meanwhile looks foreign, its tables there and its mark not yet seen.</summary>
    private static (long Application, bool IsEmpty) LookOnce(SqliteSession session)
    {
        session.Execute("BEGIN");
        try
        {
            return Look(session);
        }
        finally
        {
            session.Rollback();
        }
    }

    private static (long Application, bool IsEmpty) Look(SqliteSession session)
    {
        var application = session.Scalar("PRAGMA application_id");
        return (application, application == 0
            && session.Scalar("PRAGMA user_version") == 0
            && session.Scalar("SELECT count(*) FROM sqlite_schema") == 0);
    }

    /// <summary>Refuses a store that is newer than this program. Reads only.</summary>
    /// <exception cref="MemoryStoreException">Its layout is not known yet.</exception>
    public static void RefuseNewer(SqliteSession session, IReadOnlyList<Migration> migrations)
    {
        var version = session.Scalar("PRAGMA user_version");
        if (version > migrations[^1].Version)
        {
            throw new MemoryStoreException(
                MemoryStoreFault.NewerSchema,
                $"The store '{session.Path}': its layout has version {version}, this program knows versions up to {migrations[^1].Version}; "
                + "use the newer program that wrote it.");
        }
    }

    /// <summary>Runs the steps the file lacks. Another process may do the same: who comes second finds nothing left to do.</summary>
    public static void Migrate(SqliteSession session, IReadOnlyList<Migration> migrations)
    {
        var last = migrations[^1].Version;
        while (session.Scalar("PRAGMA user_version") < last)
        {
            session.Execute("BEGIN IMMEDIATE");
            try
            {
                // Looked at again: only now does the lock keep others from changing it.
                RefuseForeign(session);
                RefuseNewer(session, migrations);
                var version = session.Scalar("PRAGMA user_version");
                if (migrations.FirstOrDefault(step => step.Version > version) is { } next)
                {
                    session.Execute(next.Sql);
                    session.Execute(string.Create(
                        CultureInfo.InvariantCulture,
                        $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {next.Version}"));
                }

                session.Execute("COMMIT");
            }
            catch
            {
                session.Rollback();
                throw;
            }
        }
    }
}
