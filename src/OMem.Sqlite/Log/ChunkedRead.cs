using System.Runtime.CompilerServices;
using OMem.Sqlite.Access;

namespace OMem.Sqlite.Log;

/// <summary>Streams rows chunk by chunk, up to the end as it was at the start. Between chunks nothing is held.</summary>
internal static class ChunkedRead
{
    /// <summary>Reads rows of one scope after a position.</summary>
    /// <param name="readers">Where to read.</param>
    /// <param name="scope">Whose rows.</param>
    /// <param name="last">Which counter of the scope is the end.</param>
    /// <param name="after">The first row comes after this sequence.</param>
    /// <param name="limit">At most so many rows; null for all.</param>
    /// <param name="read">Reads one chunk of at most the given number of rows.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public static async IAsyncEnumerable<T> StreamAsync<T>(
        ReaderPool readers,
        MemoryScope scope,
        Func<ScopeRow, long> last,
        long after,
        int? limit,
        Action<SqliteSession, Chunk<T>, int> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (readers.Read(scope, static (session, scope) => ScopeTable.Find(session, scope)) is not { } known)
        {
            yield break;
        }

        var left = limit ?? int.MaxValue;
        var chunk = new Chunk<T>(Position.Of(known.Id, Math.Clamp(after, 0, Position.MaxSequence)), Position.Of(known.Id, last(known)));
        while (chunk.HasMore && left > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            chunk.Clear();
            readers.Read((chunk, read, left), static (session, work) =>
            {
                work.read(session, work.chunk, work.left);
                return true;
            });
            if (chunk.Rows.Count == 0)
            {
                yield break;
            }

            foreach (var row in chunk.Rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return row;
            }

            left -= chunk.Rows.Count;

            // SQLite reads are synchronous: a long stream lets others have the thread now and then.
            await Task.Yield();
        }
    }
}
