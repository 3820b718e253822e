using OMem.Sqlite.Access;
using OMem.Sqlite.Schema;

namespace OMem.Sqlite.Tests.Opening;

public sealed class MigratorTests : IDisposable
{
    private static readonly Migration First = new(1, "CREATE TABLE a (x INTEGER)");
    private static readonly Migration Second = new(2, "CREATE TABLE b (x INTEGER); INSERT INTO a VALUES (2)");
    private static readonly Migration Broken = new(3, "INSERT INTO a VALUES (3); CREATE TABLE b (x INTEGER)");

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteSession _session;

    public MigratorTests() => _session = SqliteSession.Open(_folder.File("store.omem"));

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Migrate_EmptyFile_RunsEveryStepOnce()
    {
        Migrator.Migrate(_session, [First, Second]);
        Migrator.Migrate(_session, [First, Second]);

        _session.Scalar("PRAGMA user_version").ShouldBe(2);
        _session.Scalar("PRAGMA application_id").ShouldBe(Migrator.ApplicationId);
        _session.Scalar("SELECT count(*) FROM a").ShouldBe(1);
    }

    [Fact]
    public void Migrate_OlderFile_RunsOnlyWhatItLacks()
    {
        Migrator.Migrate(_session, [First]);
        _session.Execute("INSERT INTO a VALUES (1)");

        Migrator.Migrate(_session, [First, Second]);

        _session.Scalar("PRAGMA user_version").ShouldBe(2);
        _session.Scalar("SELECT sum(x) FROM a").ShouldBe(3);
    }

    [Fact]
    public void Migrate_StepFailsInTheMiddle_LeavesTheStepBefore()
    {
        Should.Throw<MemoryStoreException>(() => Migrator.Migrate(_session, [First, Second, Broken]));

        _session.InTransaction.ShouldBeFalse();
        _session.Scalar("PRAGMA user_version").ShouldBe(2);
        _session.Scalar("SELECT count(*) FROM a WHERE x = 3").ShouldBe(0);
    }

    [Fact]
    public void RefuseNewer_NewerThanKnown_Refuses()
    {
        Migrator.Migrate(_session, [First, Second]);

        Should.Throw<MemoryStoreException>(() => Migrator.RefuseNewer(_session, [First])).Fault.ShouldBe(MemoryStoreFault.NewerSchema);
    }

    [Fact]
    public void All_Versions_RiseByOne() =>
        Migrations.All.Select(static step => step.Version).ShouldBe(Enumerable.Range(1, Migrations.All.Count));
}
