using Sentinel.Persona;

namespace Sentinel.Replay;

/// <summary>The trader's own trades and answers. What happened later than a cycle is not known to it.</summary>
public sealed record TraderHistory
{
    /// <summary>The questionnaire's answers; null for none.</summary>
    public DeclaredProfile? Declared { get; init; }

    /// <summary>Fills in any order.</summary>
    public IReadOnlyList<Fill> Fills { get; init; } = [];

    /// <summary>Orders in any order.</summary>
    public IReadOnlyList<PlacedOrder> Orders { get; init; } = [];

    /// <summary>Bars of the assets the trader trades beside those of the session, in order of time.</summary>
    public IReadOnlyList<Bar> OtherBars { get; init; } = [];

    /// <summary>Equity before the first fill; null when unknown.</summary>
    public decimal? StartingEquity { get; init; }

    /// <summary>What a synthetic trader did.</summary>
    public static TraderHistory Of(SyntheticHistory history) =>
        new() { Fills = history.Fills, Orders = history.Orders, StartingEquity = history.StartingEquity };
}
