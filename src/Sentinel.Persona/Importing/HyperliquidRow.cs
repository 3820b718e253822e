namespace Sentinel.Persona;

/// <summary>One row of Hyperliquid fills.</summary>
internal sealed record HyperliquidRow
{
    public required int Line { get; init; }

    public required string Account { get; init; }

    public required Symbol Symbol { get; init; }

    public required OrderSide Side { get; init; }

    public required decimal Price { get; init; }

    /// <summary>As the venue gives it.</summary>
    public required decimal Size { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required decimal StartPosition { get; init; }

    public required string Direction { get; init; }

    public required decimal ClosedPnl { get; init; }

    public required string Order { get; init; }

    public required bool IsTaker { get; init; }

    /// <summary>As the venue gives it: in the asset for spot buys, in dollars otherwise.</summary>
    public required decimal Fee { get; init; }

    /// <summary>Spot buys pay their fee in what they buy.</summary>
    public bool FeeIsInAsset => Direction is "Buy";

    /// <summary>What arrives or leaves.</summary>
    public decimal Quantity => FeeIsInAsset ? Size - Fee : Size;

    public decimal FeeInQuote => FeeIsInAsset ? Fee * Price : Fee;

    public decimal EndPosition => StartPosition + (Side is OrderSide.Buy ? Quantity : -Quantity);

    /// <summary>The row, or null with a fault or a quarantine.</summary>
    public static HyperliquidRow? Read(CsvRow row, IReadOnlyDictionary<Column, int> columns, CsvTable table, ImportRun run)
    {
        var cells = new CellReader(row, columns, table, run);
        var time = cells.Time(isUtc: true);
        var price = cells.Number(Column.Price);
        var size = cells.Number(Column.Quantity);
        var start = cells.Number(Column.StartPosition);
        var pnl = cells.Number(Column.ClosedPnl);
        var fee = cells.Text(Column.Fee).Length == 0 ? 0 : cells.Number(Column.Fee);
        if (time is null || price is null || size is null || start is null || pnl is null || fee is null)
        {
            return null;
        }

        var direction = cells.Text(Column.Direction);
        if (direction is "Spot Dust Conversion")
        {
            run.Quarantine(row.Line, "dust_conversion", "the venue converted dust: no trade of the trader");
            return null;
        }

        if (!Symbol.TryParse(cells.Text(Column.Symbol), out var symbol) || MappedFills.ToSide(cells.Text(Column.Side)) is not { } side)
        {
            run.Quarantine(row.Line, "symbol_or_side", $"symbol {ImportRun.Show(cells.Text(Column.Symbol))} or side {ImportRun.Show(cells.Text(Column.Side))} is not known");
            return null;
        }

        if (size <= 0 || price <= 0)
        {
            run.Quarantine(row.Line, size <= 0 ? "quantity" : "price", size <= 0 ? "the quantity is not above 0" : "the price is not above 0");
            return null;
        }

        if (!MappedFills.IsPlausible(size.Value, price.Value) || new[] { start.Value, fee.Value, pnl.Value }.Any(number => Math.Abs(number) > MappedFills.LargestQuantity))
        {
            run.Quarantine(row.Line, "implausible", "no trade has these numbers: decimals of an asset were not applied");
            return null;
        }

        if (direction is "Buy" ? fee >= size * 0.99m || -fee > size : !MappedFills.IsPlausibleFee(fee.Value, size.Value * price.Value))
        {
            run.Quarantine(row.Line, "fee", "the fee is as large as the trade, or many times it");
            return null;
        }

        return new HyperliquidRow
        {
            Line = row.Line,
            Account = cells.Text(Column.Account),
            Symbol = symbol,
            Side = side,
            Price = price.Value,
            Size = size.Value,
            Time = time.Value,
            StartPosition = start.Value,
            Direction = direction,
            ClosedPnl = pnl.Value,
            Order = cells.Text(Column.OrderId),
            IsTaker = string.Equals(cells.Text(Column.Crossed), "true", StringComparison.OrdinalIgnoreCase),
            Fee = fee.Value,
        };
    }
}
