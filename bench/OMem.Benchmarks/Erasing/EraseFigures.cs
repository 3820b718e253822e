using System.Diagnostics;
using Microsoft.Data.Sqlite;
using OMem.Sqlite;
using OMem.Storage;

namespace OMem.Benchmarks.Erasing;

/// <summary>How long it takes to erase one scope of a store of many, and what a byte search of its files finds afterwards.</summary>
internal static class EraseFigures
{
    private const int Seed = 42;
    private const int Largest = 20_000;

    private static readonly int[] Sizes = [10, 50, 200, 500, 1_000, 2_000];

    public static async Task<int> RunAsync(TextWriter output, int scopes)
    {
        var folder = Directory.CreateTempSubdirectory("omem-erase-");
        try
        {
            await using var store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = Path.Combine(folder.FullName, "memory.omem"), BusyTimeout = TimeSpan.FromMinutes(10) });
            await store.OpenAsync();
            var filled = new ErasureStore(scopes, Largest, Seed);
            var start = Stopwatch.GetTimestamp();
            await filled.FillAsync(store);
            await output.WriteLineAsync(
                $"{filled.Scopes.Count} scopes, {filled.Scopes.Sum(static scope => scope.Messages):N0} messages, {(await store.DescribeAsync()).Bytes / 1e6:N0} MB, filled in {Stopwatch.GetElapsedTime(start).TotalSeconds:N0} s");
            return await EraseAsync(output, store, filled) == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What it takes when the search is of no use: after a process was killed in an erase.</summary>
    private static async Task WriteAnewAsync(TextWriter output, SqliteMemoryStore store)
    {
        var file = (await store.DescribeAsync()).Location;
        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString))
        {
            await connection.OpenAsync();
            await using var mark = connection.CreateCommand();
            mark.CommandText = "UPDATE erasure SET unclean = 1";
            await mark.ExecuteNonQueryAsync();
        }

        var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await store.EraseAsync(new MemoryScope("bench", "nobody"), new ScopeErase());
        await output.WriteLineAsync(
            $"write the file anew, without a search: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:N0} ms, processor {(Environment.CpuUsage.TotalTime - used).TotalMilliseconds:N0} ms, {new FileInfo(file).Length / 1e6:N0} MB");
    }

    private static async Task<long> EraseAsync(TextWriter output, SqliteMemoryStore store, ErasureStore filled)
    {
        await output.WriteLineAsync("messages | verify | ms | processor ms | written anew | fragments | MB searched | found");
        var left = filled.Scopes.ToList();
        var found = 0L;
        foreach (var (size, verify) in Sizes.SelectMany(static size => new[] { (size, false), (size, true), (size, false), (size, true) }).Append((Largest, true)))
        {
            var next = left.MinBy(scope => Math.Abs(scope.Messages - size));
            left.Remove(next);
            var rewrites = store.Rewrites;
            var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var erased = await store.EraseAsync(next.Scope, new ScopeErase { Verify = verify });
            var (time, processor) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - used);
            found += (erased.Search?.Found ?? 0) + (erased.IsClean ? 0 : 1);
            await output.WriteLineAsync(
                $"{next.Messages,8} | {verify,-6} | {time.TotalMilliseconds,8:N0} | {processor.TotalMilliseconds,8:N0} | {store.Rewrites - rewrites} | {erased.Search?.Fragments,9:N0} | {erased.Search?.Bytes / 1e6,6:N0} | {erased.Search?.Found}");
        }

        await WriteAnewAsync(output, store);
        return found;
    }
}
