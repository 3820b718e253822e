using System.Text.Json.Serialization;

namespace Sentinel.Exchange.Simulator;

/// <summary>The rules of the simulated venue. They are written into its log: a log is read back under the rules it was written with.</summary>
public sealed record SimulatorOptions
{
    /// <summary>What can be traded; fees and spread are the instrument's.</summary>
    public required IReadOnlyList<Instrument> Instruments { get; init; }

    /// <summary>Quote currency at the start.</summary>
    public decimal InitialCash { get; init; } = 10_000m;

    /// <summary>Name of the quote currency.</summary>
    public string QuoteAsset { get; init; } = "USD";

    /// <summary>The most that open positions may be worth over equity. At 1 a buyer pays in cash, and a short may be as large as equity.</summary>
    public decimal MaxLeverage { get; init; } = 1m;

    /// <summary>The part of a bar's volume that all orders together may fill; null for no cap.</summary>
    public decimal? VolumeCap { get; init; } = 0.025m;

    /// <summary>k of the slippage <c>k * sqrt(participation)</c>, as a part of the price.</summary>
    public decimal SlippageFactor { get; init; } = 0.005m;

    /// <summary>What comes first when a bar touches both a stop and a target.</summary>
    public IntrabarPath Path { get; init; }

    /// <summary>Whether a limit fills when the price only touches it; else it has to trade through.</summary>
    public bool FillOnTouch { get; init; }

    /// <summary>Bars an order waits before it may trade, beside the bar it was decided on.</summary>
    public int LatencyBars { get; init; }

    /// <summary>On a live clock: how long after a bar's close an order still counts as decided on that bar.</summary>
    public TimeSpan DecisionGrace { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The instrument of a symbol, or null.</summary>
    public Instrument? Find(Symbol symbol) => Instruments.FirstOrDefault(instrument => instrument.Symbol == symbol);
}

/// <summary>What is assumed of the way through a bar.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IntrabarPath>))]
public enum IntrabarPath
{
    /// <summary>Stops come before targets: against the trader.</summary>
    StopFirst = 0,

    /// <summary>Targets come before stops: for comparison only.</summary>
    TargetFirst = 1,
}
