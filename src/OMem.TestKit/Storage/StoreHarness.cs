namespace OMem.TestKit.Storage;

/// <summary>Gives a suite one empty store to test. A store author derives one class from it; it is made anew for each test.</summary>
public abstract class StoreHarness : IAsyncDisposable
{
    /// <summary>A handle on the one store of this harness, not yet opened. Further calls give further handles on the same data, as another process would have.</summary>
    public abstract IMemoryStore Create();

    /// <summary>Removes what the store left behind. The handles are disposed of before.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
