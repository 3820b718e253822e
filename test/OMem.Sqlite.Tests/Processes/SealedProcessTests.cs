using OMem.Encryption;
using OMem.Sqlite.Stress;
using OMem.Sqlite.Tests.Encryption;

namespace OMem.Sqlite.Tests.Processes;

/// <summary>Several processes over one sealed store and its ring, and processes that are really killed.</summary>
public sealed class SealedProcessTests
{
    /// <summary>A small storm; the large one is <c>dotnet run --project test/OMem.Sqlite.Stress -c Release -- rotate 100 1</c>.</summary>
    [Fact]
    public async Task Kill_WhileRotating_LeavesTheOldKeyOrTheNew()
    {
        using var folder = new TemporaryFolder();

        var report = await new RotateStorm(folder.File("store.omem"), kills: 5, seed: 20240517).RunAsync();

        report.Faults.ShouldBeEmpty();
        report.Kills.ShouldBe(5);
    }

    [Fact]
    public async Task Append_NewStoreAndScopesFromThreeProcessesAtOnce_AreUnderOneKeyEach()
    {
        using var place = new SealedPlace();
        const int Scopes = 12;
        ChildProcess[] children = [.. new[] { "p", "q", "r" }.Select(name => ChildProcess.Start("seal", place.Path, place.Key, name, $"{Scopes}"))];
        try
        {
            foreach (var child in children)
            {
                (await child.ReadLineAsync()).ShouldBe("ready");
            }

            await Task.WhenAll(children.Select(static child => child.WriteLineAsync("go")));
            foreach (var child in children)
            {
                (await child.ReadLineAsync()).ShouldBe("done");
                (await child.EndAsync()).ShouldBe(0);
            }
        }
        finally
        {
            foreach (var child in children)
            {
                child.Dispose();
            }
        }

        await using var store = await place.OpenAsync();
        for (var i = 0; i < Scopes; i++)
        {
            (await store.ReadLogAsync(RotatePlace.Scope(i), 0).ToListAsync()).Select(static row => row.Stored.Interaction.Id).ShouldBe(["p", "q", "r"], ignoreOrder: true);
        }

        await using var ring = place.Ring();
        (await ring.ListAsync()).Count.ShouldBe(Scopes + 1);
    }
}
