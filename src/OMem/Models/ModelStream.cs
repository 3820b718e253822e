using Microsoft.Extensions.AI;

namespace OMem.Models;

/// <summary>A streamed answer that has begun: it holds its slot until it is disposed, and is counted once.</summary>
internal sealed class ModelStream : IAsyncDisposable
{
    private readonly CallSlots _slots;
    private readonly CancellationTokenSource _limit;
    private readonly IAsyncEnumerator<ChatResponseUpdate> _updates;
    private readonly Action<ChatResponse?, ModelException?> _count;
    private readonly List<ChatResponseUpdate> _seen = [];
    private ModelException? _fault;

    private ModelStream(
        CallSlots slots, CancellationTokenSource limit, IAsyncEnumerator<ChatResponseUpdate> updates, Action<ChatResponse?, ModelException?> count)
    {
        _slots = slots;
        _limit = limit;
        _updates = updates;
        _count = count;
    }

    /// <summary>The piece that came last.</summary>
    public ChatResponseUpdate Current => _seen[^1];

    /// <summary>Starts a call and waits for its first piece.</summary>
    /// <exception cref="ModelException">Nothing came.</exception>
    public static async Task<ModelStream> StartAsync(
        IChatClient client,
        ModelCall call,
        ChatOptions options,
        CallSlots slots,
        RequestWindow window,
        TimeSpan timeout,
        TimeProvider time,
        Action<ChatResponse?, ModelException?> count,
        CancellationToken cancellationToken)
    {
        await slots.EnterAsync(call.Stage, cancellationToken).ConfigureAwait(false);
        ModelStream? stream = null;
        try
        {
            await window.WaitAsync(cancellationToken).ConfigureAwait(false);
            var limit = new CancellationTokenSource(timeout, time);
            stream = new ModelStream(slots, limit, client.GetStreamingResponseAsync(call.Messages, options, limit.Token).GetAsyncEnumerator(limit.Token), count);
            if (!await stream.MoveNextAsync(cancellationToken).ConfigureAwait(false))
            {
                throw stream.Fail(new ModelException(ModelFault.InvalidAnswer, "The model's answer is empty."));
            }

            return stream;
        }
        catch
        {
            if (stream is null)
            {
                slots.Leave();
            }
            else
            {
                await stream.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <summary>Waits for the next piece; false after the last.</summary>
    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        using var stop = cancellationToken.UnsafeRegister(static limit => ((CancellationTokenSource)limit!).Cancel(), _limit);
        try
        {
            if (!await _updates.MoveNextAsync().ConfigureAwait(false))
            {
                return false;
            }

            _seen.Add(_updates.Current);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
#pragma warning disable CA1031 // Whatever a client throws becomes a ModelException.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw Fail(ModelFaults.From(exception));
        }
    }

    /// <summary>Ends the call where it stands.</summary>
    public async ValueTask DisposeAsync()
    {
        _count(_seen.Count == 0 ? null : _seen.ToChatResponse(), _fault);
        await _limit.CancelAsync().ConfigureAwait(false);
        try
        {
            await _updates.DisposeAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A client that fails while it is put away changes nothing any more.
        catch (Exception)
#pragma warning restore CA1031
        {
        }

        _limit.Dispose();
        _slots.Leave();
    }

    private ModelException Fail(ModelException fault) => _fault = fault;
}
