namespace Sentinel.Exchange.Recovery;

/// <summary>Brings a venue's fills into a ledger: each once, whatever is repeated, missing or out of order on the way. Not thread-safe.</summary>
/// <param name="exchange">The venue.</param>
/// <param name="ledger">The books.</param>
/// <param name="lastFillId">The venue's newest fill that is already booked; null asks for all.</param>
public sealed class FillFeed(IExchange exchange, TradeLedger ledger, string? lastFillId = null)
{
    /// <summary>The newest fill seen.</summary>
    public string? LastFillId { get; private set; } = lastFillId;

    /// <summary>Asks for what is new and books it.</summary>
    /// <returns>The fills that were new to the ledger, by time and id; or the venue's error.</returns>
    public async Task<ExchangeResult<IReadOnlyList<Fill>>> PollAsync(CancellationToken cancellationToken = default)
    {
        var answer = await exchange.GetFillsAsync(LastFillId, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return answer;
        }

        var fresh = new List<Fill>();
        foreach (var fill in answer.Value)
        {
            if (ledger.Apply(fill))
            {
                fresh.Add(fill);
            }

            if (LastFillId is null || IsNewer(fill.Id, LastFillId))
            {
                LastFillId = fill.Id;
            }
        }

        fresh.Sort(FillOrder.Compare);
        return ExchangeResult.Ok<IReadOnlyList<Fill>>(fresh);
    }

    /// <summary>Ids of a venue count up: the longer, then the larger one is newer.</summary>
    private static bool IsNewer(string left, string right) =>
        left.Length != right.Length ? left.Length > right.Length : string.CompareOrdinal(left, right) > 0;
}
