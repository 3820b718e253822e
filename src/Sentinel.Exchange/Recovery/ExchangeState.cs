using System.Text.Json;

namespace Sentinel.Exchange.Recovery;

/// <summary>Everything a simulated venue knows at one time. Two venues with equal texts behave alike from there on.</summary>
public sealed record ExchangeState
{
    /// <summary>The rules.</summary>
    public required Simulator.SimulatorOptions Options { get; init; }

    /// <summary>The venue's time, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Last prices, by symbol.</summary>
    public required IReadOnlyList<VenueMark> Marks { get; init; }

    /// <summary>All orders, in the order of their arrival.</summary>
    public required IReadOnlyList<OrderState> Orders { get; init; }

    /// <summary>All fills, in the order they were booked.</summary>
    public required IReadOnlyList<Fill> Fills { get; init; }

    /// <summary>The state as text: equal for equal states.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ExchangeJson.Options);

    /// <summary>Reads a state back.</summary>
    /// <exception cref="JsonException">The text is no state.</exception>
    public static ExchangeState FromJson(string json) =>
        JsonSerializer.Deserialize<ExchangeState>(json, ExchangeJson.Options) ?? throw new JsonException("The text is no state.");

    /// <summary>The ledger of the fills.</summary>
    public TradeLedger ToLedger()
    {
        var ledger = new TradeLedger(Options.InitialCash);
        ledger.Apply(Fills);
        return ledger;
    }

    internal IEnumerable<ExchangeOperation> ToOperations()
    {
        yield return new ExchangeOperation { Kind = OperationKind.Time, Now = Now, Orders = Orders, Fills = Fills };
        foreach (var mark in Marks)
        {
            yield return new ExchangeOperation { Kind = OperationKind.Bar, Now = Now, Mark = mark };
        }
    }
}
