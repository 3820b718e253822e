using System.Diagnostics;

namespace OMem.Sqlite.Stress;

/// <summary>Times of the store alone, on a file in the temporary folder.</summary>
internal static class MeasureCommand
{
    private static readonly MemoryScope Scope = new("measure", "one");

    public static async Task<int> RunAsync(int rows)
    {
        foreach (var durability in new[] { SqliteDurability.Full, SqliteDurability.Normal })
        {
            foreach (var batch in new[] { 1, 100, 1_000 })
            {
                await InStoreAsync(durability, async store =>
                {
                    var count = batch == 1 ? Math.Min(rows, 2_000) : rows;
                    var all = Enumerable.Range(0, count).Select(static i => Messages.Row(Messages.Id("m", 0, i))).Chunk(batch).ToArray();
                    var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                    foreach (var chunk in all)
                    {
                        await store.AppendAsync(Scope, chunk);
                    }

                    var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                    var processor = (Environment.CpuUsage.TotalTime - used).TotalSeconds;
                    Console.WriteLine(
                        $"append {durability,-6} batch {batch,5}: {count / seconds,9:F0} rows/s, {seconds / all.Length * 1e6,9:F0} us a call, {count / processor,9:F0} rows a processor second");
                });
            }
        }

        await InStoreAsync(SqliteDurability.Full, ConcurrentAsync);
        await InStoreAsync(SqliteDurability.Full, store => ReadAsync(store, rows));
        return 0;
    }

    private static async Task ConcurrentAsync(SqliteMemoryStore store)
    {
        const int Writers = 16;
        const int Each = 200;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await store.AppendAsync(Messages.Scope(writer), [Messages.Row(Messages.Id("c", writer, i))]);
            }
        })));
        Console.WriteLine($"append Full   batch     1, {Writers} writers at once: {Writers * Each / Stopwatch.GetElapsedTime(start).TotalSeconds:F0} rows/s");
    }

    private static async Task ReadAsync(SqliteMemoryStore store, int rows)
    {
        foreach (var chunk in Enumerable.Range(0, rows).Select(static i => Messages.Row(Messages.Id("m", 0, i))).Chunk(1_000))
        {
            await store.AppendAsync(Scope, chunk);
        }

        Console.WriteLine($"file: {(await store.DescribeAsync()).Bytes / (double)rows:F0} bytes a message while open");
        await BestAsync("open the file and read the index", async () =>
        {
            await using var second = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = (await store.DescribeAsync()).Location });
            await second.OpenAsync();
            return await second.ReadIndexAsync(Scope, 0).CountAsync();
        });
        await BestAsync("read the index", async () => await store.ReadIndexAsync(Scope, 0).CountAsync());
        await BestAsync("read the log", async () => await store.ReadLogAsync(Scope, 0).CountAsync());
        long[] some = [.. Enumerable.Range(0, 20).Select(i => 1L + (i * 7919L % rows))];
        await BestAsync("get 20 interactions", async () => (await store.GetInteractionsAsync(Scope, some)).Count);
        await HeadAsync(store);
    }

    private static async Task HeadAsync(SqliteMemoryStore store)
    {
        const int Calls = 20_000;
        var best = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Calls; i++)
            {
                await store.GetHeadAsync(Scope);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / Calls);
        }

        Console.WriteLine($"head: {best:F1} us");
    }

    private static async Task BestAsync(string what, Func<Task<int>> work)
    {
        var times = new List<double>();
        var processor = new List<double>();
        var count = 0;
        for (var round = 0; round < 15; round++)
        {
            var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            count = await work();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            processor.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
        }

        // On a busy machine the processor's time says more than the clock.
        times.Sort();
        processor.Sort();
        Console.WriteLine(
            $"{what} ({count} rows): best {times[0]:F2} ms, median {times[times.Count / 2]:F2} ms; processor best {processor[0]:F2} ms, median {processor[processor.Count / 2]:F2} ms");
    }

    private static async Task InStoreAsync(SqliteDurability durability, Func<SqliteMemoryStore, Task> work)
    {
        var folder = Directory.CreateTempSubdirectory("omem-measure-");
        try
        {
            var path = Path.Combine(folder.FullName, "measure.omem");
            await using (var store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = path, Durability = durability }))
            {
                await store.OpenAsync();
                await work(store);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
