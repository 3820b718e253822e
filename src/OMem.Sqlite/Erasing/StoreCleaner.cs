using System.Diagnostics;
using OMem.Sqlite.Access;
using OMem.Sqlite.Schema;
using OMem.Sqlite.Writing;
using OMem.Storage;

namespace OMem.Sqlite.Erasing;

/// <summary>Makes an erase reach every byte of the store's files: rows first, then the write-ahead log, then what is left in the slack of pages.</summary>
/// <remarks>
/// <c>secure_delete</c> overwrites what is deleted where it stands, but a copy of a row can be left in a page that it was moved out of. So the
/// files are searched for what was erased, and only when something is found are they written anew (<c>VACUUM</c>). A mark in the store tells from
/// the transaction on that this is not done yet: whoever finds it, after the end of this process or before another erase, finishes it,
/// and as nobody knows any more what to search for, writes the files anew. Thread-safe; one erase at a time.
/// </remarks>
internal sealed class StoreCleaner(StoreFile file, WriteQueue writer, ReaderPool readers, TimeSpan limit) : IAsyncDisposable
{
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LimitWhenOpening = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private Task _later = Task.CompletedTask;
    private long _rewrittenAt = -1;

    /// <summary>How often the files were written anew.</summary>
    public int Rewrites { get; private set; }

    /// <summary>Erases, and cleans up as far as others let it.</summary>
    public async Task<ScopeErased> EraseAsync(MemoryScope scope, ScopeErase erase, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var work = await writer.RunAsync((session, token) => EraseWork.Run(session, scope, erase, token), cancellationToken).ConfigureAwait(false);
            if (!work.After.IsUnclean && !erase.Verify)
            {
                return work.Erased;
            }

            var (search, fault) = await CleanAsync(work, erase.Verify, cancellationToken).ConfigureAwait(false);
            if (fault is not null)
            {
                FinishLater();
            }

            return work.Erased with { IsClean = fault is null, NotClean = fault, Search = erase.Verify ? search : null };
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Finishes what an ended process has left, if it can be done soon; else goes on trying.</summary>
    public async Task FinishAtOpeningAsync(CancellationToken cancellationToken)
    {
        if (readers.Read(0, static (session, _) => ErasureMark.Read(session)).IsUnclean
            && !await TryFinishAsync(limit < LimitWhenOpening ? limit : LimitWhenOpening, cancellationToken).ConfigureAwait(false))
        {
            FinishLater();
        }
    }

    /// <summary>Searches the files for texts that are not stored.</summary>
    public async Task<ErasedSearch> SearchAsync(FragmentSet fragments, CancellationToken cancellationToken)
    {
        using var session = file.OpenCleaner();
        return await Task.Run(() => FileSearch.Run(session, fragments, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await _later.ConfigureAwait(false);
        _closing.Dispose();
        _one.Dispose();
    }

    private async Task<(ErasedSearch? Search, string? Fault)> CleanAsync(EraseWork work, bool verify, CancellationToken cancellationToken)
    {
        ErasedSearch? search = null;
        try
        {
            using var session = file.OpenCleaner();
            readers.DropIdle();
            var isMoved = await TryMoveLogAsync(session, limit, cancellationToken).ConfigureAwait(false);
            var rewrites = work.Before.IsUnclean && _rewrittenAt != work.Before.Count;
            if (isMoved && !rewrites)
            {
                search = await Task.Run(() => FileSearch.Run(session, work.Fragments, cancellationToken), cancellationToken).ConfigureAwait(false);
                rewrites = search.Found > 0;
            }

            if (isMoved && rewrites)
            {
                search = null;
                await RewriteAsync(session, limit, work.After.Count, cancellationToken).ConfigureAwait(false);
                isMoved = await TryMoveLogAsync(session, limit, cancellationToken).ConfigureAwait(false);
            }

            if (verify && search is null)
            {
                search = await Task.Run(() => FileSearch.Run(session, work.Fragments, cancellationToken), cancellationToken).ConfigureAwait(false);
            }

            if (!isMoved)
            {
                return (search, "another process kept reading from the write-ahead log; end it and erase again, or open the store anew");
            }

            if (search is { Found: > 0 })
            {
                return (search, "the files still hold pieces of it after they were written anew; erase again");
            }

            await SetCleanAsync(work.After.Count, cancellationToken).ConfigureAwait(false);
            return (search, null);
        }
        catch (MemoryStoreException fault)
        {
            // The rows are gone for good: what failed is only the cleaning, and that will be tried again.
            return (search, fault.Fault switch
            {
                MemoryStoreFault.Full => "no space is left to write the file anew, which takes as much as it has; free some and erase again, or open the store anew",
                MemoryStoreFault.Busy => "another process held the lock for longer than the time limit; erase again, or open the store anew",
                _ => fault.Message,
            });
        }
        catch (OperationCanceledException)
        {
            return (search, "the call was cancelled when the rows were gone and the files not yet clean; erase again, or open the store anew");
        }
    }

    /// <summary>Tries to finish an erase of before, of which nobody knows any more what to search for.</summary>
    private async Task<bool> TryFinishAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var session = file.OpenCleaner();
            var mark = ErasureMark.Read(session);
            if (!mark.IsUnclean)
            {
                return true;
            }

            // The log is moved first: as long as it cannot be, writing the files anew would only make it longer.
            if (!await TryMoveLogAsync(session, patience, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            if (_rewrittenAt != mark.Count)
            {
                await RewriteAsync(session, patience, mark.Count, cancellationToken).ConfigureAwait(false);
            }

            if (!await TryMoveLogAsync(session, patience, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            await SetCleanAsync(mark.Count, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (MemoryStoreException)
        {
            // No space, or others hold the lock. The mark stays, and DescribeAsync tells of it.
            return false;
        }
        finally
        {
            _one.Release();
        }
    }

    private void FinishLater()
    {
        if (_later.IsCompleted)
        {
            _later = Task.Run(FinishUntilDoneAsync);
        }
    }

    private async Task FinishUntilDoneAsync()
    {
        try
        {
            for (var rest = FirstRest; ; rest = rest * 2 < LongestRest ? rest * 2 : LongestRest)
            {
                await Task.Delay(rest, _closing.Token).ConfigureAwait(false);
                if (await TryFinishAsync(TimeSpan.Zero, _closing.Token).ConfigureAwait(false))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The store is closed; the next to open it goes on.
        }
    }

    /// <summary>Moves the whole write-ahead log into the file and empties it.</summary>
    /// <returns>False when somebody still reads from it at the end of the limit.</returns>
    private static async Task<bool> TryMoveLogAsync(SqliteSession session, TimeSpan patience, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (!session.TryTruncateLog())
        {
            if (Stopwatch.GetElapsedTime(start) >= patience)
            {
                return false;
            }

            await Task.Delay(Nap, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Writes the whole file anew from its rows. Needs memory or temporary space, and space in the write-ahead log, of the file's size; cannot be cancelled.</summary>
    private async Task RewriteAsync(SqliteSession session, TimeSpan patience, long count, CancellationToken cancellationToken)
    {
        using var hold = await writer.HoldAsync(cancellationToken).ConfigureAwait(false);
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await Task.Run(() => session.Execute("VACUUM"), cancellationToken).ConfigureAwait(false);
                _rewrittenAt = count;
                Rewrites++;
                return;
            }
            catch (MemoryStoreException busy) when (busy.Fault is MemoryStoreFault.Busy && Stopwatch.GetElapsedTime(start) < patience)
            {
                await Task.Delay(Nap, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private Task<bool> SetCleanAsync(long count, CancellationToken cancellationToken) => writer.RunAsync(
        (session, _) =>
        {
            session.Forget();
            return ErasureMark.SetClean(session, count);
        },
        cancellationToken);
}
