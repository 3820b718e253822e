namespace OMem.Architecture.Tests.Sql;

/// <summary>No text of SQL is put together from values: what SQLite prepares is known when the program is compiled.</summary>
public sealed class SqlTextTests
{
    /// <summary>The methods that may hand over another text, and why.</summary>
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["Migrate"] = "a pragma takes no parameter; the numbers are the program's own",
        ["SetBusyTimeout"] = "a pragma takes no parameter; the number is a time of the options",
        ["Tune"] = "a pragma takes no parameter; the number is set by tests alone",
    };

    private static readonly Lazy<SqlSources> Sqlite = new(static () => SqlSources.OfFolder("src/OMem.Sqlite"));

    [Fact]
    public void Texts_HandedToSqlite_AreConstants()
    {
        Sqlite.Value.Places.ShouldBeGreaterThan(60);

        Sqlite.Value.NotConstant().Where(static place => !Allowed.ContainsKey(place.Method))
            .ShouldBeEmpty("bind values with Add; a text that must hold a value needs a line in the table of this test, with the reason");
    }

    [Fact]
    public void Allowances_AreAllUsed() => Allowed.Keys.ShouldBe(Sqlite.Value.NotConstant().Select(static place => place.Method).Distinct(), ignoreOrder: true);

    [Fact]
    public void Sources_ReachSqliteThroughTheSessionAlone()
    {
        Sqlite.Value.FilesThatName("sqlite3_prepare", "sqlite3_exec").ShouldBe(["src/OMem.Sqlite/Access/SqliteSession.cs", "src/OMem.Sqlite/Access/Statement.cs"], ignoreOrder: true);
        Sqlite.Value.FilesThatName("SqliteCommand", "CommandText", "CreateCommand", "CreateFunction", "LoadExtension").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("session.Prepare(\"SELECT 1\")", true)]
    [InlineData("session.Prepare(\"SELECT \" + Names)", true)]
    [InlineData("session.Prepare(flag ? Names : \"x\")", true)]
    [InlineData("Run(session, \"SELECT 1\")", true)]
    [InlineData("session.Prepare(name)", false)]
    [InlineData("session.Prepare(\"SELECT '\" + name + \"'\")", false)]
    [InlineData("session.Prepare($\"SELECT {name}\")", false)]
    [InlineData("session.Execute(string.Concat(\"a\", name))", false)]
    [InlineData("session.Prepare(flag ? Names : name)", false)]
    [InlineData("Run(session, \"SELECT \" + name)", false)]
    [InlineData("Run(session, sql: name)", false)]
    [InlineData("var text = \"SELECT \"; text += name; session.Scalar(text)", false)]
    [InlineData("foreach (var text in new[] { \"a\", name }) session.Texts(text)", false)]
    [InlineData("foreach (var text in new[] { \"a\", Names }) session.Texts(text)", true)]
    [InlineData("new Statement(session, name)", false)]
    public void NotConstant_Call_IsSeen(string call, bool isConstant)
    {
        var source = SqlSources.OfText($$"""
            class Statement { public Statement(SqliteSession session, string sql) { } }
            class SqliteSession
            {
                public object Prepare(string sql) => new Statement(this, sql);
                public void Execute(string sql) { }
                public long Scalar(string sql) => 0;
                public object Texts(string sql, int column = 0) => null;
            }
            class Caller
            {
                private const string Names = "a, b";
                public static void Read(SqliteSession session, string name, bool flag) { {{call}}; }
                private static void Run(SqliteSession session, string sql) => session.Prepare(sql);
            }
            """);

        (source.NotConstant().Count == 0).ShouldBe(isConstant);
    }
}
