namespace Sentinel.Exchange;

/// <summary>What to change of an open order; null leaves it as it is.</summary>
/// <param name="Quantity">The whole quantity, above what is filled.</param>
/// <param name="LimitPrice">The new limit of a limit order.</param>
/// <param name="StopPrice">The new trigger of a stop order.</param>
public sealed record OrderChange(decimal? Quantity = null, decimal? LimitPrice = null, decimal? StopPrice = null);
