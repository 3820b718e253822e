using System.Globalization;

namespace OMem.Sqlite.Stress;

/// <summary>The child that appends until it is done or killed. It writes no further than it is allowed to, so that a parent can spread kills over the writes.</summary>
/// <param name="file">The file of the store.</param>
/// <param name="process">Its name, the same in all its lives.</param>
/// <param name="messages">Messages of each writer.</param>
/// <param name="seed">Decides the sizes of the batches; another one in each life.</param>
internal sealed class AppendCommand(string file, string process, int messages, int seed)
{
    private const int LargestBatch = 3;

    // In milliseconds: without a pause a writer is often through with what it may write before a signal gets to its process.
    private const int LongestPause = 8;

    private readonly Allowance _allowance = new();

    /// <summary>Appends, starting with message <paramref name="first"/> of each writer.</summary>
    /// <param name="first">Also messages of an earlier life: the store has to know them.</param>
    /// <param name="allowed">Each writer stops before this message until standard input gives a higher number.</param>
    public async Task<int> RunAsync(int[] first, int allowed)
    {
        _allowance.Raise(allowed);
        new Thread(_allowance.Follow) { IsBackground = true }.Start(Console.In);
        Report("opening");
        await using var store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = file });
        await store.OpenAsync();
        Report("open");
        await Task.WhenAll(first.Select((from, writer) => Task.Run(() => WriteAsync(store, writer, from))));
        Report("done");
        return 0;
    }

    private async Task WriteAsync(SqliteMemoryStore store, int writer, int from)
    {
        var random = new Random((seed * 31) + writer);
        for (var message = from; message < messages;)
        {
            var allowed = Math.Min(messages, await _allowance.BeyondAsync(message));
            var count = Math.Min(random.Next(1, LargestBatch + 1), allowed - message);
            await store.AppendAsync(Messages.Scope(writer), [.. Enumerable.Range(message, count).Select(m => Messages.Row(Messages.Id(process, writer, m)))]);
            message += count;
            Report(string.Create(CultureInfo.InvariantCulture, $"ack {writer} {message}"));
            await Task.Delay(random.Next(LongestPause));
        }
    }

    // One write for a line, and a mark at its end: a killed process may leave a line cut short.
    private static void Report(string line)
    {
        lock (Console.Out)
        {
            Console.Out.Write(line + ";\n");
            Console.Out.Flush();
        }
    }
}
