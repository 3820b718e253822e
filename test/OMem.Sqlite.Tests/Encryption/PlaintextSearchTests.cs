using System.Text;
using System.Text.Json;

namespace OMem.Sqlite.Tests.Encryption;

/// <summary>Nothing said, no name, no id, no vector stands in any file of a sealed store.</summary>
public sealed class PlaintextSearchTests
{
    /// <summary>A record that gains a text is caught here: the sample has to fill it, and then the search finds out whether it is sealed.</summary>
    [Fact]
    public void Sample_EveryText_HoldsTheCanary()
    {
        object[] records =
        [
            SealedSample.Row(1).Interaction, SealedSample.Item(1).Item, SealedSample.Topic(1).Topic, SealedSample.Cluster(1), SealedSample.Entry(1), SealedSample.Evidence()[0],
            SealedSample.Index("x"), SealedSample.Scope,
        ];

        records.SelectMany(SealedSample.WithoutCanary).ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_OfASealedStore_HoldNoCanary()
    {
        using var place = new SealedPlace();
        await using (var store = await place.OpenAsync())
        {
            await SealedSample.FillAsync(store);
            (await store.GetHeadAsync(SealedSample.Scope)).LogSequence.ShouldBe(3);

            // While it is open the write-ahead log holds what was written.
            Occurrences(place.Folder).ShouldBeEmpty();
        }

        Occurrences(place.Folder).ShouldBeEmpty();
    }

    /// <summary>The search can fail.</summary>
    [Fact]
    public async Task Files_OfAPlainStore_HoldIt()
    {
        using var place = new SealedPlace();
        await using var store = await StoreRows.OpenAsync(place.Path);
        await SealedSample.FillAsync(store);

        Occurrences(place.Folder).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Read_EverythingSealed_ComesBackAsGiven()
    {
        using var place = new SealedPlace();
        await using var store = await place.OpenAsync();
        await using var plain = new InMemoryMemoryStore();
        await SealedSample.FillAsync(store);
        await SealedSample.FillAsync(plain);

        Json(await SealedSample.ReadAsync(store)).ShouldBe(Json(await SealedSample.ReadAsync(plain)));

        static string Json(object[] read) => JsonSerializer.Serialize(read);
    }

    [Fact]
    public async Task Describe_SealedAndPlain_SaysSo()
    {
        using var place = new SealedPlace();
        await using var store = await place.OpenAsync();
        await using var plain = await StoreRows.OpenAsync(place.Path);

        (await store.DescribeAsync()).MasterKeyId.ShouldBe(SealedPlace.IdOf(place.Key));
        (await plain.DescribeAsync()).MasterKeyId.ShouldBeNull();
    }

    private static IEnumerable<string> Occurrences(string folder) =>
        from file in Directory.GetFiles(folder)
        let bytes = ReadShared(file)
        from needle in new[] { Encoding.UTF8.GetBytes(SealedSample.Canary), Encoding.Unicode.GetBytes(SealedSample.Canary) }
        where bytes.AsSpan().IndexOf(needle) >= 0
        select Path.GetFileName(file);

    /// <summary>A copy by the system: a handle of our own would, when closed, drop the locks of the store's connections.</summary>
    private static byte[] ReadShared(string file)
    {
        var copy = Path.Combine(Path.GetTempPath(), $"{Path.GetFileName(Path.GetDirectoryName(file))}-{Path.GetFileName(file)}");
        try
        {
            using (var process = System.Diagnostics.Process.Start("cp", [file, copy]))
            {
                process.WaitForExit();
            }

            return File.ReadAllBytes(copy);
        }
        finally
        {
            File.Delete(copy);
        }
    }
}
