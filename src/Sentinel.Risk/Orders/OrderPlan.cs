namespace Sentinel.Risk;

/// <summary>What sizing and the gate make of an intent. A dry run: nothing has been sent.</summary>
public sealed record OrderPlan
{
    /// <summary>The intent.</summary>
    public required TradeIntent Intent { get; init; }

    /// <summary>Where it ended.</summary>
    public required PlanOutcome Outcome { get; init; }

    /// <summary>How the quantity came about; empty when nothing opens.</summary>
    public IReadOnlyList<SizeStep> SizeTrace { get; init; } = [];

    /// <summary>What the gate was asked; null when it did not come to that.</summary>
    public OrderRequest? Proposed { get; init; }

    /// <summary>What the gate said; null when it was not asked.</summary>
    public GateResult? Gate { get; init; }

    /// <summary>Every clamp and denial on the way, the sizer's and the intent's own included.</summary>
    public IReadOnlyList<GateFinding> Findings { get; init; } = [];

    /// <summary>The order that may be sent; null when there is none.</summary>
    public OrderRequest? Order => Gate?.Order;
}

/// <summary>Where an intent ended.</summary>
public enum PlanOutcome
{
    /// <summary>There is nothing to do: hold, or things are as wanted.</summary>
    NothingToDo = 0,

    /// <summary>An order may be sent.</summary>
    Ready = 1,

    /// <summary>Denied; the findings say why.</summary>
    Denied = 2,
}
