using System.Diagnostics;
using OMem.Sqlite.Access;

namespace OMem.Sqlite.Writing;

/// <summary>Waits for the write lock while another process holds it.</summary>
/// <remarks>
/// SQLite's own busy handler naps up to 100 ms between tries: beside a process that writes without pause it would meet the
/// short free moments only by luck, and it cannot be cancelled. This one tries every millisecond and blocks no thread.
/// </remarks>
internal static class BusyWait
{
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(1);

    /// <summary>Begins a write transaction.</summary>
    /// <param name="session">The writer.</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="group">Who waits; callers that give up are answered and removed.</param>
    /// <returns>False when nobody is left who waits.</returns>
    /// <exception cref="MemoryStoreException">The time limit has passed.</exception>
    public static async Task<bool> BeginAsync(SqliteSession session, TimeSpan limit, List<WriteRequest> group)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            group.RemoveAll(DroppedOut);
            if (group.Count == 0)
            {
                return false;
            }

            if (session.TryBeginWrite(lastTry: Stopwatch.GetElapsedTime(start) >= limit))
            {
                return true;
            }

            await Task.Delay(Nap).ConfigureAwait(false);
        }
    }

    private static bool DroppedOut(WriteRequest request)
    {
        if (request.IsCancelled)
        {
            request.Fail(new OperationCanceledException());
            return true;
        }

        return false;
    }
}
