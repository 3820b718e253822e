using OMem.Storage;

namespace OMem.Portability;

/// <summary>What the first line of an export says of a log, read without its texts.</summary>
/// <param name="Count">How many interactions there are.</param>
/// <param name="Last">The position of the last; 0 when there is none.</param>
/// <param name="HasTrust">Whether one says how far it may be believed.</param>
internal readonly record struct LogShape(long Count, long Last, bool HasTrust)
{
    /// <summary>Reads it, up to a position.</summary>
    public static async Task<LogShape> ReadAsync(IMemoryStore store, MemoryScope scope, long end, CancellationToken cancellationToken)
    {
        var shape = default(LogShape);
        await foreach (var entry in store.ReadIndexAsync(scope, 0, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Sequence > end)
            {
                break;
            }

            shape = new LogShape(shape.Count + 1, entry.Sequence, shape.HasTrust || entry.Trust is not null);
        }

        return shape;
    }
}
