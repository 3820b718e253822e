namespace Sentinel.Exchange;

/// <summary>Sends calls again whose answer was lost. Safe because orders are known by the sender's id.</summary>
public static class OrderRetry
{
    /// <summary>Calls until there is a value or an error that stays; the last error after so many attempts.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="call">The call, the same each time.</param>
    /// <param name="attempts">How often at most, 1 or more.</param>
    public static async Task<ExchangeResult<T>> RunAsync<T>(Func<Task<ExchangeResult<T>>> call, int attempts = 5)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(attempts);
        var result = await call().ConfigureAwait(false);
        for (var i = 1; i < attempts && result.Error is { IsTransient: true }; i++)
        {
            result = await call().ConfigureAwait(false);
        }

        return result;
    }
}
