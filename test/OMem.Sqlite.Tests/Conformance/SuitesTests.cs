using OMem.TestKit.Storage;

namespace OMem.Sqlite.Tests.Conformance;

public sealed class SuitesTests
{
    [Theory]
    [InlineData(typeof(SqliteHarness))]
    [InlineData(typeof(InMemoryHarness))]
    [InlineData(typeof(SealedSqliteHarness))]
    [InlineData(typeof(SealedInMemoryHarness))]
    public void MissingFrom_ThisAssembly_IsEmpty(Type harness) =>
        ConformanceSuites.MissingFrom(typeof(SuitesTests).Assembly, harness).ShouldBeEmpty();

    [Fact]
    public void MissingFrom_HarnessWithoutTests_NamesEverySuite()
    {
        var missing = ConformanceSuites.MissingFrom(typeof(SuitesTests).Assembly, typeof(ForgottenHarness));

        missing.Count.ShouldBe(ConformanceSuites.All.Count);
        missing.ShouldContain("AppendConformance");
        missing.ShouldContain("IsolationConformance");
    }

    [Fact]
    public void All_ListsEverySuiteOfTheKit() => ConformanceSuites.All.Count.ShouldBeGreaterThanOrEqualTo(14);

    public sealed class ForgottenHarness : StoreHarness
    {
        public override IMemoryStore Create() => new InMemoryMemoryStore();
    }
}
