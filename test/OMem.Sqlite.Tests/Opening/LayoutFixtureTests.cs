using System.IO.Compression;
using System.Runtime.CompilerServices;
using OMem.Sqlite.Tests.Efficiency;

namespace OMem.Sqlite.Tests.Opening;

/// <summary>A file of every layout that was ever released opens, and says what it said then.</summary>
public sealed class LayoutFixtureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Open_FileOfALayout_ReadsEverything(int layout)
    {
        await using var store = await StoreRows.OpenAsync(Unpack(layout));

        (await store.DescribeAsync()).SchemaVersion.ShouldBe(Schema.Migrations.All.Count);
        (await store.CheckIntegrityAsync()).ShouldBeEmpty();
        (await store.ListScopesAsync()).ShouldBe([StoreRows.Alice, new MemoryScope("acme", "alice", "helper")]);
        (await StoreRows.LogIdsAsync(store)).ShouldBe(["m1", "m2", "m3"]);
        var row = (await store.ReadLogAsync(StoreRows.Alice, 2).ToListAsync()).ShouldHaveSingleItem();
        row.Stored.Interaction.Text.ShouldBe("grüß \0 🙂");
        row.Stored.Interaction.OccurredAt.EqualsExact(StoreRows.Noon).ShouldBeTrue();
        row.Stored.Interaction.Metadata["caption"].ShouldBe("a cat");
        row.Index.Vector.ToArray().ShouldBe([1, 2, 3]);
        var derived = await store.ReadDerivedAsync(StoreRows.Alice);
        derived.Version.ShouldBe(1);
        derived.Items.ShouldHaveSingleItem().Item.Evidence.Select(static evidence => evidence.Sequence).ShouldBe([1, 2]);
        derived.Topics.ShouldHaveSingleItem().Topic.Interactions.ShouldBe([1, 2]);
        derived.Clusters.ShouldHaveSingleItem().Members.ShouldBe(["x"]);
        (await store.ReadLedgerAsync(StoreRows.Alice, new HistoryQuery()).ToListAsync()).ShouldHaveSingleItem().ItemId.ShouldBe("x");
        (await store.ReadUsageAsync(StoreRows.Alice)).ShouldBe(layout == 1 ? [] : [new StageUsage(ModelStage.Read, "m", 1, 0, 100, 10)]);
        var status = await store.GetOutboxStatusAsync(StoreRows.Alice);
        (status.Pending, status.Parked).ShouldBe((1, 1));
        status.Failures.ShouldHaveSingleItem().Error.ShouldBe("cannot be read");
        (await store.AppendAsync(StoreRows.Alice, [StoreRows.Row("m1"), StoreRows.Row("m4")])).LogSequence.ShouldBe(4);
    }

    [Fact]
    public void Fixtures_EveryLayout_HasOne() =>
        Schema.Migrations.All.ShouldAllBe(static step => File.Exists(Fixture(step.Version)));

    /// <summary>Writes the file of the present layout; run it once, when a layout is done.</summary>
    [Fact(Explicit = true)]
    public async Task WriteFixture()
    {
        var path = _folder.File("store.omem");
        int layout;
        await using (var store = await StoreRows.OpenAsync(path))
        {
            layout = (await store.DescribeAsync()).SchemaVersion;
            var third = StoreRows.Row("m3", "grüß \0 🙂");
            third = third with
            {
                Interaction = third.Interaction with { Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["caption"] = "a cat" } },
                Index = new IndexData(new byte[] { 9 }, new byte[] { 1, 2, 3 }, "model", 3),
            };
            await store.AppendAsync(StoreRows.Alice, [.. StoreRows.Rows("m", 2), third]);
            await store.AppendAsync(new MemoryScope("acme", "alice", "helper"), [StoreRows.Row("h")]);
            await store.ClaimAsync(new ClaimRequest(StoreRows.Alice, "w", 10, StoreRows.Noon, StoreRows.Noon));
            await store.FailAsync(StoreRows.Alice, "w", [new OutboxAttempt(3, "cannot be read", null)]);
            await store.CommitAsync(StoreRows.Alice, DerivedSample.Commit("x", [1, 2]) with { Understood = [1] });
            await store.AddUsageAsync(StoreRows.Alice, [new StageUsage(ModelStage.Read, "m", 1, 0, 100, 10)]);
        }

        await using var file = File.OpenRead(path);
        await using var packed = new GZipStream(File.Create(Path.Combine(SourceFolder(), FileName(layout))), CompressionLevel.SmallestSize);
        await file.CopyToAsync(packed);
    }

    private static string Fixture(int layout) => Path.Combine(AppContext.BaseDirectory, "Opening", "Fixtures", FileName(layout));

    private static string FileName(int layout) => $"layout-{layout}.omem.gz";

    private static string SourceFolder([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "Fixtures");

    private string Unpack(int layout)
    {
        var path = _folder.File("store.omem");
        using var packed = new GZipStream(File.OpenRead(Fixture(layout)), CompressionMode.Decompress);
        using var file = File.Create(path);
        packed.CopyTo(file);
        return path;
    }
}
