namespace Sentinel.Memory;

/// <summary>One writer or many readers: agents that work side by side read, and write their notes, while nothing is half done.</summary>
internal sealed class MemoryGate : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new(LockRecursionPolicy.SupportsRecursion);

    public T Read<T>(Func<T> read)
    {
        _lock.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public T Write<T>(Func<T> write)
    {
        _lock.EnterWriteLock();
        try
        {
            return write();
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    public void Write(Action write) => Write(() =>
    {
        write();
        return true;
    });

    public void Dispose() => _lock.Dispose();
}
