using OMem.Sqlite.Stress;

namespace OMem.Sqlite.Tests.Processes;

public sealed class WorkerProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private string Path => _folder.File("store.omem");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Claim_TwoProcesses_GiveEachRowOnce()
    {
        await using var store = await StoreRows.OpenAsync(Path);
        foreach (var writer in new[] { 0, 1 })
        {
            await store.AppendAsync(Messages.Scope(writer), [.. Enumerable.Range(0, 150).Select(i => Messages.Row(Messages.Id("p", writer, i)))]);
        }

        using var first = ChildProcess.Start("work", Path, "first");
        using var second = ChildProcess.Start("work", Path, "second");
        var lines = (await Task.WhenAll(first.ReadRestAsync(), second.ReadRestAsync())).SelectMany(static lines => lines).ToList();

        first.ExitCode.ShouldBe(0);
        second.ExitCode.ShouldBe(0);
        var rows = lines.Select(static line => line.Split(' ')).SelectMany(static words => words.Skip(2).Select(sequence => words[1] + "#" + sequence)).ToList();
        rows.Count.ShouldBe(300);
        rows.ShouldBeUnique();
        (await store.GetOutboxStatusAsync(null)).Pending.ShouldBe(0);
    }

    /// <summary>On Unix, closing any handle on a file drops all locks of the process on it; then the next process would believe to be alone.</summary>
    [Fact]
    public async Task Open_SecondHandleInOneProcess_KeepsTheLocksOfTheFirst()
    {
        await using var store = await StoreRows.OpenAsync(Path);
        await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 3));
        await (await StoreRows.OpenAsync(Path)).DisposeAsync();

        using var child = ChildProcess.Start("append", Path, "p", "4", "1", "4", "0");
        (await child.ReadRestAsync()).ShouldContain("done;");

        File.Exists(Path + "-wal").ShouldBeTrue("the child closed the file as if nobody else had it open");
        (await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("n", 1))).LogSequence.ShouldBe(4);
        (await store.CheckIntegrityAsync()).ShouldBeEmpty();
        (await store.ListScopesAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Claim_HolderKilled_PassesOnWhenTheLeaseEnds()
    {
        await using var store = await StoreRows.OpenAsync(Path);
        await store.AppendAsync(Messages.Scope(0), [Messages.Row("a"), Messages.Row("b")]);
        using (var holder = ChildProcess.Start("hold", Path, "holder"))
        {
            (await holder.ReadLineAsync()).ShouldBe("holds 2");
            holder.Kill();
            await holder.ReadRestAsync();
        }

        (await ClaimAsync(Messages.Start)).ShouldBeNull();
        (await ClaimAsync(Messages.Start + WorkCommand.Lease - TimeSpan.FromTicks(1))).ShouldBeNull();
        (await ClaimAsync(Messages.Start + WorkCommand.Lease)).ShouldNotBeNull().Rows.Count.ShouldBe(2);

        Task<OutboxClaim?> ClaimAsync(DateTimeOffset now) => store.ClaimAsync(new ClaimRequest(null, "heir", 10, now, now + WorkCommand.Lease));
    }
}
