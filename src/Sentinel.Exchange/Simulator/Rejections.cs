namespace Sentinel.Exchange.Simulator;

/// <summary>The sentence of each code.</summary>
internal static class Rejections
{
    public static ExchangeError Error(string code) => new(code, code switch
    {
        ExchangeCodes.UnknownSymbol => "The venue does not trade the symbol.",
        ExchangeCodes.InvalidOrder => "The order contradicts itself, or a field it needs is missing or not above 0.",
        ExchangeCodes.Tick => "A price is not on the instrument's price grid.",
        ExchangeCodes.Lot => "The quantity is not on the instrument's quantity grid.",
        ExchangeCodes.MinNotional => "The order is worth less than the instrument's smallest value.",
        ExchangeCodes.InsufficientFunds => "The account cannot pay for the order.",
        ExchangeCodes.ReduceOnly => "There is no position the reduce-only order would reduce.",
        ExchangeCodes.PostOnly => "The post-only order would take.",
        ExchangeCodes.NoPrice => "No price of the symbol is known yet.",
        ExchangeCodes.DuplicateId => "The id belongs to an order with other contents.",
        ExchangeCodes.UnknownOrder => "There is no order with the id.",
        ExchangeCodes.OrderClosed => "The order is not open any more.",
        ExchangeCodes.UnknownFill => "There is no fill with the id.",
        _ => "The venue refused.",
    });
}
