namespace Sentinel.Exchange.Recovery;

/// <summary>Compares the books with what the venue says.</summary>
public static class Reconciliation
{
    /// <summary>Where ledger and venue disagree on cash or a position; empty when they agree.</summary>
    /// <param name="exchange">The venue.</param>
    /// <param name="ledger">The books, after all fills are in.</param>
    /// <param name="quoteAsset">The quote currency.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public static async Task<ExchangeResult<IReadOnlyList<Discrepancy>>> CompareAsync(
        IExchange exchange, TradeLedger ledger, string quoteAsset, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        ArgumentNullException.ThrowIfNull(ledger);
        var balances = await exchange.GetBalancesAsync(cancellationToken).ConfigureAwait(false);
        if (!balances.IsSuccess)
        {
            return ExchangeResult.Fail<IReadOnlyList<Discrepancy>>(balances.Error);
        }

        var positions = await exchange.GetPositionsAsync(cancellationToken).ConfigureAwait(false);
        if (!positions.IsSuccess)
        {
            return ExchangeResult.Fail<IReadOnlyList<Discrepancy>>(positions.Error);
        }

        var there = positions.Value.ToDictionary(position => position.Symbol, position => position.Quantity);
        var cash = balances.Value.Where(balance => string.Equals(balance.Asset, quoteAsset, StringComparison.Ordinal)).Sum(balance => balance.Total);
        var found = ledger.Positions().Select(position => position.Symbol).Union(there.Keys).Order()
            .Select(symbol => new Discrepancy(symbol.Value, ledger.Quantity(symbol), there.GetValueOrDefault(symbol)))
            .Prepend(new Discrepancy(quoteAsset, ledger.Cash, cash))
            .Where(pair => pair.Ledger != pair.Venue);
        return ExchangeResult.Ok<IReadOnlyList<Discrepancy>>([.. found]);
    }
}

/// <summary>A number that ledger and venue do not share.</summary>
/// <param name="What">The quote currency, or a symbol.</param>
/// <param name="Ledger">What the books say.</param>
/// <param name="Venue">What the venue says.</param>
public sealed record Discrepancy(string What, decimal Ledger, decimal Venue);
