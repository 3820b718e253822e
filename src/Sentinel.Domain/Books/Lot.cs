namespace Sentinel;

/// <summary>A quantity bought (or sold short) by one fill that is still open.</summary>
/// <param name="FillId">The fill that opened it.</param>
/// <param name="IsLong">Whether it is owned; else it is owed.</param>
/// <param name="Quantity">How much is still open, above 0.</param>
/// <param name="Price">Price of the opening.</param>
/// <param name="Fee">What is left of the opening's fee.</param>
/// <param name="OpenedAt">When, UTC.</param>
public readonly record struct Lot(string FillId, bool IsLong, decimal Quantity, decimal Price, decimal Fee, DateTimeOffset OpenedAt)
{
    /// <summary>What it cost before fees; below 0 for a short, which brought money.</summary>
    public decimal Cost => Quantity * Price * (IsLong ? 1 : -1);
}
