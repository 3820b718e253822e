using OMem.Encryption;
using OMem.Storage;

namespace OMem.Interactions;

/// <summary>Opens the store before its first use, once; a failed opening is tried again by the next caller.</summary>
internal sealed class OneTimeOpening(IMemoryStore store, Action opened) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile bool _open;

    public async ValueTask EnsureAsync(CancellationToken cancellationToken)
    {
        if (_open)
        {
            return;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_open)
            {
                await store.OpenAsync(cancellationToken).ConfigureAwait(false);
                await SealedStoreOpening.RefuseSealedAsync(store, cancellationToken).ConfigureAwait(false);
                _open = true;
                opened();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
