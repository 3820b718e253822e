using CsCheck;

namespace Sentinel.Domain.Tests.Books;

/// <summary>What holds of any fills.</summary>
public sealed class TradeLedgerProperties
{
    private const decimal Cash = 1_000_000.01m;

    [Fact]
    public void Apply_AnyFills_ConservesMoneyToTheLastDecimal() => Fills.Lists.Sample(fills =>
    {
        var ledger = new TradeLedger(Cash);
        foreach (var fill in fills)
        {
            ledger.Apply(fill);

            (ledger.Cash + ledger.CostOfPositions - ledger.RealisedPnl + ledger.Fees).ShouldBe(Cash);
        }

        ledger.Fees.ShouldBe(fills.Sum(fill => fill.Fee));
        ledger.Cash.ShouldBe(Cash - fills.Sum(fill => (fill.SignedQuantity * fill.Price) + fill.Fee));
    });

    [Fact]
    public void Apply_AnyFills_LotsAndRoundTripsAccountForEachFeeAndEachQuantity() => Fills.Lists.Sample(fills =>
    {
        var ledger = Fills.Ledger(Cash, fills);

        foreach (var symbol in new[] { Fills.Btc, Fills.Eth })
        {
            var own = fills.Where(fill => fill.Symbol == symbol).ToArray();
            var lots = ledger.OpenLots(symbol);
            var trips = ledger.RoundTrips(symbol);
            (lots.Sum(lot => lot.Fee) + trips.Sum(trip => trip.Fees)).ShouldBe(own.Sum(fill => fill.Fee));
            lots.Sum(lot => lot.IsLong ? lot.Quantity : -lot.Quantity).ShouldBe(own.Sum(fill => fill.SignedQuantity));
            (lots.Sum(lot => lot.Quantity) + (2 * trips.Sum(trip => trip.Quantity))).ShouldBe(own.Sum(fill => fill.Quantity));
            lots.Select(lot => lot.IsLong).Distinct().Count().ShouldBeLessThanOrEqualTo(1);
        }

        ledger.RoundTrips().Sum(trip => trip.Pnl + trip.Fees).ShouldBe(ledger.RealisedPnl);
    });

    [Fact]
    public void Apply_AnyOrderAndAnyRepetition_GivesTheSameBooks() => Gen.Select(Fills.Lists, Gen.Int, Gen.Int[0, 3]).Sample((fills, seed, repeats) =>
    {
        var shuffled = Enumerable.Repeat(fills, repeats + 1).SelectMany(copy => copy).ToArray();
        new Random(seed).Shuffle(shuffled);

        Fills.Ledger(Cash, shuffled).Dump().ShouldBe(Fills.Ledger(Cash, fills).Dump());
    });

    [Fact]
    public void Equity_AnyFillsAndMarks_IsCashAndMarkedPositions() => Gen.Select(Fills.Lists, Gen.Long[1, 9_000_000], Gen.Long[1, 9_000_000])
        .Sample((fills, btc, eth) =>
        {
            var ledger = Fills.Ledger(Cash, fills);
            var marks = new Dictionary<Symbol, decimal> { [Fills.Btc] = btc / 100m, [Fills.Eth] = eth / 100m };

            ledger.Equity(marks).ShouldBe(ledger.Cash + ledger.Positions().Sum(position => position.Quantity * marks[position.Symbol]));
            var paper = ledger.Positions().Sum(position => (position.Quantity * marks[position.Symbol]) - position.Cost);
            ledger.Equity(marks).ShouldBe(Cash + ledger.RealisedPnl - ledger.Fees + paper);
        });

    [Fact]
    public void ClosedPositions_AnyFills_AddUpToTheRoundTripsOnceAllIsClosed() => Fills.Lists.Sample(fills =>
    {
        var ledger = Fills.Ledger(Cash, fills);
        foreach (var position in ledger.Positions())
        {
            var close = position.Quantity > 0 ? Fills.Sell(position.Quantity, 100, 1.5m, 10_000, symbol: position.Symbol)
                : Fills.Buy(-position.Quantity, 100, 1.5m, 10_000, symbol: position.Symbol);
            ledger.Apply(close);
        }

        ledger.Positions().ShouldBeEmpty();
        ledger.CostOfPositions.ShouldBe(0);
        ledger.ClosedPositions().Sum(position => position.Pnl).ShouldBe(ledger.RoundTrips().Sum(trip => trip.Pnl));
        ledger.Cash.ShouldBe(Cash + ledger.ClosedPositions().Sum(position => position.Pnl));
        (ledger.AverageCostRealisedPnl(Fills.Btc) + ledger.AverageCostRealisedPnl(Fills.Eth)).ShouldBe(ledger.RealisedPnl);
    });

    /// <summary>Against a second, plain reading of first in first out: every unit by itself.</summary>
    [Fact]
    public void Apply_AnyFillsOfSmallQuantities_AgreesWithMatchingUnitByUnit() => Fills.Lists.Sample(fills =>
    {
        fills = [.. fills.Select(fill => fill with { Symbol = Fills.Btc, Quantity = Math.Ceiling(fill.Quantity), Fee = 0 })];
        var open = new Queue<(bool IsLong, decimal Price)>();
        var realised = 0m;
        foreach (var fill in fills.Order(Comparer<Fill>.Create(FillOrder.Compare)))
        {
            var isBuy = fill.Side is OrderSide.Buy;
            for (var unit = 0; unit < fill.Quantity; unit++)
            {
                if (open.TryPeek(out var first) && first.IsLong != isBuy)
                {
                    open.Dequeue();
                    realised += (fill.Price - first.Price) * (first.IsLong ? 1 : -1);
                }
                else
                {
                    open.Enqueue((isBuy, fill.Price));
                }
            }
        }

        var ledger = Fills.Ledger(Cash, fills);
        ledger.RealisedPnl.ShouldBe(realised);
        ledger.CostOfPositions.ShouldBe(open.Sum(unit => unit.IsLong ? unit.Price : -unit.Price));
        ledger.OpenLots(Fills.Btc).SelectMany(lot => Enumerable.Repeat((lot.IsLong, lot.Price), (int)lot.Quantity)).ShouldBe(open);
    });

    [Fact]
    public void ViewsOfASymbol_AfterMoreFills_ShowThem()
    {
        var ledger = Fills.Ledger(Cash, Fills.Buy(2, 10), Fills.Sell(1, 11, hours: 1));
        var (trips, closed) = (ledger.RoundTrips(Fills.Btc), ledger.ClosedPositions(Fills.Btc));
        (trips.Count, closed.Count).ShouldBe((1, 0));

        ledger.Apply(Fills.Sell(1, 12, hours: 2));

        (trips.Count, closed.Count).ShouldBe((2, 1));
        ledger.ClosedPositions(Fills.Eth).ShouldBeEmpty();
    }
}
