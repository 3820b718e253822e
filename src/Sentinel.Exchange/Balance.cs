namespace Sentinel.Exchange;

/// <summary>Money at a venue.</summary>
/// <param name="Asset">The quote currency.</param>
/// <param name="Total">All of it.</param>
/// <param name="Available">What new orders may use: below the total by what open orders would need.</param>
public sealed record Balance(string Asset, decimal Total, decimal Available);

/// <summary>A position at a venue.</summary>
/// <param name="Symbol">What is held.</param>
/// <param name="Quantity">How much; below zero is short.</param>
/// <param name="AveragePrice">Average price before fees.</param>
/// <param name="Mark">The last known price.</param>
public sealed record ExchangePosition(Symbol Symbol, decimal Quantity, decimal AveragePrice, decimal Mark);
