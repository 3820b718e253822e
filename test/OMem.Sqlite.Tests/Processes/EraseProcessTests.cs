using OMem.Sqlite.Stress;
using OMem.Sqlite.Tests.Erasing;

namespace OMem.Sqlite.Tests.Processes;

/// <summary>Erasing while other processes use the same file, or die.</summary>
public sealed class EraseProcessTests : IDisposable
{
    private const string Secret = "the tale of the hidden cottage behind the mill";

    private readonly TemporaryFolder _folder = new();
    private string Path => _folder.File("store.omem");

    public void Dispose() => _folder.Dispose();

    /// <summary>A small storm; the large one is <c>dotnet run --project test/OMem.Sqlite.Stress -c Release -- erase 200 1</c>.</summary>
    [Fact]
    public async Task Kill_WhileErasing_LeavesAWholeEraseOrNone()
    {
        var report = await new EraseStorm(Path, kills: 6, seed: 20240517).RunAsync();

        report.Faults.ShouldBeEmpty();
        report.Kills.ShouldBe(6);
    }

    [Fact]
    public async Task Erase_AnotherProcessReads_IsUncleanUntilItEnds()
    {
        await using var store = await StoreRows.OpenAsync(Path, busyTimeout: TimeSpan.FromMilliseconds(50));
        await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 20, Secret));
        using (var child = ChildProcess.Start("read", Path))
        {
            (await child.ReadLineAsync()).ShouldBe("reads 20");

            var erased = await store.EraseAsync(StoreRows.Alice, new ScopeErase { Verify = true });

            erased.IsClean.ShouldBeFalse();
            erased.NotClean.ShouldNotBeNull().ShouldContain("another process");
            erased.Search!.Found.ShouldBeGreaterThan(0);
            RawBytes.Holds(Path, Secret).ShouldBeTrue();
            child.Kill();
            await child.EndAsync();
        }

        (await store.EraseAsync(StoreRows.Alice, new ScopeErase())).IsClean.ShouldBeTrue();
        RawBytes.Holds(Path, Secret).ShouldBeFalse();
    }

    [Fact]
    public async Task Erase_ProcessThatCouldNotFinishIsGone_TheNextOpeningFinishes()
    {
        await using (var store = await StoreRows.OpenAsync(Path, busyTimeout: TimeSpan.FromMilliseconds(50)))
        {
            await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 20, Secret));
        }

        using (var reader = ChildProcess.Start("read", Path))
        {
            (await reader.ReadLineAsync()).ShouldBe("reads 20");
            await using var store = await StoreRows.OpenAsync(Path, busyTimeout: TimeSpan.FromMilliseconds(50));
            (await store.EraseAsync(StoreRows.Alice, new ScopeErase())).IsClean.ShouldBeFalse();
        }

        RawBytes.Holds(Path, Secret).ShouldBeTrue();
        await using var opened = await StoreRows.OpenAsync(Path);

        (await opened.DescribeAsync()).IsUnclean.ShouldBeFalse();
        RawBytes.Holds(Path, Secret).ShouldBeFalse();
    }

    [Fact]
    public async Task Erase_TwoProcessesAtOnce_BothDoAllOfIt()
    {
        const int Users = 8;
        await using var store = await StoreRows.OpenAsync(Path);
        foreach (var i in Enumerable.Range(0, 2 * Users))
        {
            await store.AppendAsync(Scope(i), StoreRows.Rows("m", 10, $"{Secret} of {i}"));
        }

        await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 10, "what is left"));
        var heads = await Task.WhenAll(Enumerable.Range(0, 2 * Users).Select(i => store.GetHeadAsync(Scope(i))));
        using var first = ChildProcess.Start(["erase-scopes", Path, .. Enumerable.Range(0, Users).Select(Name)]);
        using var second = ChildProcess.Start(["erase-scopes", Path, .. Enumerable.Range(Users, Users).Select(Name)]);

        var answers = (await Task.WhenAll(first.ReadRestAsync(), second.ReadRestAsync())).SelectMany(static lines => lines).ToArray();

        (first.ExitCode, second.ExitCode).ShouldBe((0, 0));
        answers.ShouldBe(Enumerable.Range(0, 2 * Users).Select(static i => $"erased {Name(i)} 10 0"), ignoreOrder: true);
        (await store.DescribeAsync()).IsUnclean.ShouldBeFalse();
        (await store.CheckIntegrityAsync()).ShouldBeEmpty();
        (await store.ListScopesAsync()).ShouldBe([StoreRows.Alice]);
        RawBytes.Holds(Path, Secret).ShouldBeFalse();
        foreach (var (before, i) in heads.Select(static (head, i) => (head, i)))
        {
            var after = await store.GetHeadAsync(Scope(i));
            (after.LogSequence, after.Epoch != before.Epoch).ShouldBe((0, true), "a process that had it in memory learns of it by its next read");
        }
    }

    private static string Name(int i) => FormattableString.Invariant($"user{i}");

    private static MemoryScope Scope(int i) => new(EraseScopesCommand.Tenant, Name(i));
}
