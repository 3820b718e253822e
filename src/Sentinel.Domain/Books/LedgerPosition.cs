namespace Sentinel;

/// <summary>What the ledger holds of one symbol.</summary>
/// <param name="Symbol">What is held.</param>
/// <param name="Quantity">How much; below zero is short.</param>
/// <param name="Cost">What the open lots cost, first in first out, before fees; below 0 for a short.</param>
/// <param name="AveragePrice">Average price of the open quantity before fees (average cost method).</param>
/// <param name="AverageCost">The same with commission: a buyer's is above the price, a short seller's below.</param>
/// <param name="OpenedAt">When the position left zero, UTC.</param>
/// <param name="LastPrice">Price of the symbol's last fill.</param>
public sealed record LedgerPosition(
    Symbol Symbol, decimal Quantity, decimal Cost, decimal AveragePrice, decimal AverageCost, DateTimeOffset OpenedAt, decimal LastPrice);
