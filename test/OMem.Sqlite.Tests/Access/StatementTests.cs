using CsCheck;
using OMem.Sqlite.Access;

namespace OMem.Sqlite.Tests.Access;

public sealed class StatementTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteSession _session;

    public StatementTests()
    {
        _session = SqliteSession.Open(_folder.File("any.db"));
        _session.Execute("CREATE TABLE t (a, b)");
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Text_AnyWellFormedString_RoundTrips() =>
        Gen.String[Gen.Char, 0, 700].Select(static text => new string([.. text.Where(static c => !char.IsSurrogate(c))])).Sample(text =>
        {
            var row = _session.Prepare("SELECT ?1").Add(text);
            row.Step().ShouldBeTrue();
            row.Text(0).ShouldBe(text);
        }, threads: 1);

    [Fact]
    public void Bytes_AnyLength_RoundTrip() =>
        Gen.Byte.Array[0, 3_000].Sample(bytes =>
        {
            var row = _session.Prepare("SELECT ?1, typeof(?1)").Add(bytes.AsSpan());
            row.Step().ShouldBeTrue();
            row.Bytes(0).ToArray().ShouldBe(bytes);
            row.Text(1).ShouldBe("blob");
        }, threads: 1);

    [Fact]
    public void Time_AnyInstantAndOffset_RoundTrips() =>
        Gen.Select(Gen.Long[TimeSpan.TicksPerDay, DateTimeOffset.MaxValue.Ticks - TimeSpan.TicksPerDay], Gen.Int[-14 * 60, 14 * 60]).Sample((ticks, minutes) =>
        {
            var time = new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes));
            var row = _session.Prepare("SELECT ?1, ?2").Add(time);
            row.Step().ShouldBeTrue();
            row.Time(0).EqualsExact(time).ShouldBeTrue();
        }, threads: 1);

    [Fact]
    public void Null_EveryKind_RoundTrips()
    {
        var row = _session.Prepare("SELECT ?1, ?2, ?3, ?4, ?5").Add((string?)null).Add((double?)null).Add((DateTimeOffset?)null).AddNull();

        row.Step().ShouldBeTrue();
        row.TextOrNull(0).ShouldBeNull();
        row.DoubleOrNull(1).ShouldBeNull();
        row.TimeOrNull(2).ShouldBeNull();
        row.IsNull(4).ShouldBeTrue();
    }

    [Fact]
    public void Text_Empty_IsNotNull()
    {
        var row = _session.Prepare("SELECT ?1, typeof(?1)").Add("");

        row.Step().ShouldBeTrue();
        row.TextOrNull(0).ShouldBe("");
        row.Text(1).ShouldBe("text");
    }

    [Fact]
    public void Add_LoneSurrogate_SaysWhere() =>
        Should.Throw<ArgumentException>(() => _session.Prepare("SELECT ?1").Add("ab\uD83Dc")).Message.ShouldContain("U+D83D at position 2");

    [Fact]
    public void Add_NotANumber_IsRefused() =>
        Should.Throw<ArgumentException>(() => _session.Prepare("SELECT ?1").Add(double.NaN)).Message.ShouldContain("not a number");

    [Fact]
    public void Prepare_SameText_ForgetsTheValuesOfTheRunBefore()
    {
        _session.Prepare("INSERT INTO t (a, b) VALUES (?1, ?2)").Add("x").Add(1L).Run().ShouldBe(1);
        _session.Prepare("INSERT INTO t (a, b) VALUES (?1, ?2)").Add("y").Add(2L).Run().ShouldBe(1);

        _session.Texts("SELECT a || b FROM t ORDER BY a").ShouldBe(["x1", "y2"]);
    }

    [Fact]
    public void Prepare_NonsenseSql_IsAFaultThatNamesTheFile() =>
        Should.Throw<MemoryStoreException>(() => _session.Prepare("SELEKT 1")).Message.ShouldContain(_session.Path);

    [Fact]
    public void Step_ConstraintBroken_IsAFaultAndTheSessionGoesOn()
    {
        _session.Execute("CREATE TABLE u (a PRIMARY KEY)");
        _session.Prepare("INSERT INTO u VALUES (?1)").Add("x").Run();

        Should.Throw<MemoryStoreException>(() => _session.Prepare("INSERT INTO u VALUES (?1)").Add("x").Run()).Fault.ShouldBe(MemoryStoreFault.Other);

        _session.Prepare("INSERT INTO u VALUES (?1)").Add("y").Run();
        _session.Scalar("SELECT count(*) FROM u").ShouldBe(2);
    }
}
