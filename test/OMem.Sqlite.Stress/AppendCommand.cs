namespace OMem.Sqlite.Stress;

/// <summary>The child that appends until it is done or killed.</summary>
internal static class AppendCommand
{
    private const int LargestBatch = 5;

    public static async Task<int> RunAsync(string file, string process, int writers, int messages, int seed)
    {
        await using var store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = file });
        await store.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteAsync(store, process, writer, messages, seed))));
        Report("done");
        return 0;
    }

    /// <summary>Appends every message from the first on, also those of an earlier life of this process: the store has to know them.</summary>
    private static async Task WriteAsync(SqliteMemoryStore store, string process, int writer, int messages, int seed)
    {
        var random = new Random((seed * 31) + writer);
        for (var message = 0; message < messages;)
        {
            var count = Math.Min(random.Next(1, LargestBatch + 1), messages - message);
            string[] ids = [.. Enumerable.Range(message, count).Select(m => Messages.Id(process, writer, m))];
            await store.AppendAsync(Messages.Scope(writer), [.. ids.Select(Messages.Row)]);
            Report("ack " + string.Join(' ', ids));
            message += count;
        }
    }

    // One write for a line: a killed process leaves whole lines, and at most one cut short.
    private static void Report(string line)
    {
        lock (Console.Out)
        {
            Console.Out.Write(line + "\n");
            Console.Out.Flush();
        }
    }
}
