using CsCheck;
using Sentinel.Exchange.Simulator;

namespace Sentinel.Exchange.Tests.Simulator;

/// <summary>
/// Buying in a market is selling in its mirror image. Without costs and with enough money each rule has to treat both sides alike, so a slip that touches
/// one side only shows here.
/// </summary>
public sealed class MirrorProperties
{
    private const decimal Glass = 2_000m;

    [Fact]
    public void Run_InTheMirror_GivesTheMirroredFills() => Scenario.Any.Sample(
        scenario =>
        {
            var options = scenario.Options with
            {
                InitialCash = 1_000_000_000m,
                SlippageFactor = 0m,
                Instruments = [.. scenario.Options.Instruments.Select(instrument => instrument with { TakerFee = 0m, MakerFee = 0m, Spread = 0m, MinNotional = 0m })],
            };
            var (plain, mirrored) = (new SimulatedExchange(options), new SimulatedExchange(options));
            var mirror = new MirroredOrders(mirrored);
            for (var i = 0; i < scenario.Steps.Length; i++)
            {
                foreach (var call in scenario.CallsOf(i))
                {
                    call(mirror).Result.Error.ShouldBe(call(plain).Result.Error);
                }

                if (scenario.BarOf(i) is { } bar)
                {
                    var fills = plain.OnBar(bar);
                    mirrored.OnBar(Reflect(bar)).Select(Describe).ShouldBe(fills.Select(fill => fill with { Price = Glass - fill.Price, Side = Other(fill.Side) }).Select(Describe));
                }
            }

            mirrored.Snapshot().Orders.Select(order => (order.Request.ClientOrderId, order.Status, order.Code, order.Filled, order.IsTriggered))
                .ShouldBe(plain.Snapshot().Orders.Select(order => (order.Request.ClientOrderId, order.Status, order.Code, order.Filled, order.IsTriggered)));
        },
        iter: 250);

    private static Bar Reflect(Bar bar) =>
        bar with { Open = Glass - bar.Open, High = Glass - bar.Low, Low = Glass - bar.High, Close = Glass - bar.Close };

    private static (string, string, OrderSide, decimal, decimal, Liquidity, DateTimeOffset) Describe(Fill fill) =>
        (fill.Id, fill.ClientOrderId, fill.Side, fill.Quantity, fill.Price, fill.Liquidity, fill.Timestamp);

    private static OrderSide Other(OrderSide side) => side is OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;

    /// <summary>Sends the mirror image of each order.</summary>
    private sealed class MirroredOrders(IExchange inner) : IExchange
    {
        public Task<ExchangeResult<OrderState>> PlaceAsync(OrderRequest order, CancellationToken cancellationToken = default) => inner.PlaceAsync(
            order with
            {
                Side = Other(order.Side),
                LimitPrice = Glass - order.LimitPrice,
                StopPrice = Glass - order.StopPrice,
                ProtectiveStop = Glass - order.ProtectiveStop,
                TakeProfit = Glass - order.TakeProfit,
            },
            cancellationToken);

        public Task<ExchangeResult<OrderState>> ReplaceAsync(string clientOrderId, OrderChange change, CancellationToken cancellationToken = default) =>
            inner.ReplaceAsync(clientOrderId, new OrderChange(change.Quantity, Glass - change.LimitPrice, Glass - change.StopPrice), cancellationToken);

        public Task<ExchangeResult<OrderState>> CancelAsync(string clientOrderId, CancellationToken cancellationToken = default) =>
            inner.CancelAsync(clientOrderId, cancellationToken);

        public Task<ExchangeResult<OrderState>> GetOrderAsync(string clientOrderId, CancellationToken cancellationToken = default) =>
            inner.GetOrderAsync(clientOrderId, cancellationToken);

        public Task<ExchangeResult<IReadOnlyList<Instrument>>> GetInstrumentsAsync(CancellationToken cancellationToken = default) =>
            inner.GetInstrumentsAsync(cancellationToken);

        public IAsyncEnumerable<Bar> SubscribeBarsAsync(IReadOnlyCollection<Symbol> symbols, CancellationToken cancellationToken = default) =>
            inner.SubscribeBarsAsync(symbols, cancellationToken);

        public Task<ExchangeResult<IReadOnlyList<Balance>>> GetBalancesAsync(CancellationToken cancellationToken = default) => inner.GetBalancesAsync(cancellationToken);

        public Task<ExchangeResult<IReadOnlyList<ExchangePosition>>> GetPositionsAsync(CancellationToken cancellationToken = default) =>
            inner.GetPositionsAsync(cancellationToken);

        public Task<ExchangeResult<IReadOnlyList<OrderState>>> GetOpenOrdersAsync(CancellationToken cancellationToken = default) =>
            inner.GetOpenOrdersAsync(cancellationToken);

        public Task<ExchangeResult<IReadOnlyList<Fill>>> GetFillsAsync(string? afterFillId = null, CancellationToken cancellationToken = default) =>
            inner.GetFillsAsync(afterFillId, cancellationToken);
    }
}
