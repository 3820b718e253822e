using CsCheck;
using OMem.Sqlite.Access;

namespace OMem.Sqlite.Tests.Access;

public sealed class StringPoolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteSession _session;
    private readonly StringPool _pool = new();

    public StringPoolTests() => _session = SqliteSession.Open(_folder.File("any.db"));

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Get_SameTextTwice_IsTheSameString() => ReferenceEquals(Get("Alice"), Get("Alice")).ShouldBeTrue();

    [Fact]
    public void Get_AnyTexts_AreEqualToWhatWasStored() =>
        Gen.String[Gen.Char['a', 'f'], 0, 3].Array[1, 60].Sample(texts =>
        {
            foreach (var text in texts)
            {
                Get(text).ShouldBe(text);
            }
        }, threads: 1);

    [Fact]
    public void Get_LongText_IsRight() => Get(new string('ä', 5_000)).ShouldBe(new string('ä', 5_000));

    [Fact]
    public void GetOrNull_Null_IsNull()
    {
        var row = _session.Prepare("SELECT ?1").AddNull();
        row.Step();

        _pool.GetOrNull(row, 0).ShouldBeNull();
    }

    private string Get(string text)
    {
        var row = _session.Prepare("SELECT ?1").Add(text);
        row.Step();
        return _pool.Get(row, 0);
    }
}
