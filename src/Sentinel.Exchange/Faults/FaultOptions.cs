namespace Sentinel.Exchange.Faults;

/// <summary>How often what goes wrong; each a probability 0-1.</summary>
public sealed record FaultOptions
{
    /// <summary>Seed of what goes wrong.</summary>
    public int Seed { get; init; }

    /// <summary>A call is lost on its way there: nothing happened.</summary>
    public double LostCall { get; init; }

    /// <summary>How many calls in a row a lost one takes with it, itself included: the line is down for a while.</summary>
    public int OutageCalls { get; init; } = 1;

    /// <summary>A call's answer is lost on its way back: it happened.</summary>
    public double LostAnswer { get; init; }

    /// <summary>An order is taken, but its confirmation comes too late to be seen.</summary>
    public double DelayedAck { get; init; }

    /// <summary>A cancellation is refused although the order is open.</summary>
    public double RejectedCancel { get; init; }

    /// <summary>Of a list of fills, one is repeated, or one that was given before comes again.</summary>
    public double DuplicateFill { get; init; }

    /// <summary>A list of fills comes shuffled.</summary>
    public double ReorderedFills { get; init; }

    /// <summary>A list of fills ends early; the rest comes when it is asked for again.</summary>
    public double ShortList { get; init; }

    /// <summary>A bar comes after the one that follows it.</summary>
    public double LateBar { get; init; }

    /// <summary>A bar comes twice.</summary>
    public double DuplicateBar { get; init; }

    /// <summary>The same probability for each.</summary>
    public static FaultOptions All(double probability, int seed) => new()
    {
        Seed = seed,
        LostCall = probability,
        LostAnswer = probability,
        DelayedAck = probability,
        RejectedCancel = probability,
        DuplicateFill = probability,
        ReorderedFills = probability,
        ShortList = probability,
        LateBar = probability,
        DuplicateBar = probability,
    };
}
