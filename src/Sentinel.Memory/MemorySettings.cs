namespace Sentinel.Memory;

/// <summary>Constants of the memory. Each is a default to be tested, not a finding.</summary>
public sealed record MemorySettings
{
    /// <summary>The horizon by which an episode is judged while its exit is not settled, and over which the market's move is measured.</summary>
    public OutcomeHorizon PrimaryHorizon { get; init; } = OutcomeHorizon.Bars5;

    /// <summary>Which decisions become episodes.</summary>
    public EpisodePolicy Policy { get; init; } = EpisodePolicy.Notable;

    /// <summary>How many situations make a neighbourhood.</summary>
    public int Neighbourhood { get; init; } = 50;

    /// <summary>How much more an episode counts that shares all kinds of events with the question, not some: the power of the shared part.</summary>
    public double EventSharpness { get; init; } = 4;

    /// <summary>Weight of likeness in state, in the relevance of an episode.</summary>
    public double StateWeight { get; init; } = 0.5;

    /// <summary>Weight of shared clues.</summary>
    public double ClueWeight { get; init; } = 0.35;

    /// <summary>Weight of likeness in words.</summary>
    public double TextWeight { get; init; } = 0.15;

    /// <summary>Fuses the three by reciprocal ranks (1 / (60 + rank)) instead of weights.</summary>
    public bool ReciprocalRanks { get; init; }

    /// <summary>Relevance against variety when episodes are chosen (maximal marginal relevance), 1 is relevance alone.</summary>
    public double MmrLambda { get; init; } = 0.7;

    /// <summary>What age leaves of relevance at the least: a good match of years ago is not gone.</summary>
    public double DecayFloor { get; init; } = 0.5;

    /// <summary>Days by which a layer fades, <see cref="EpisodeLayer"/> in order.</summary>
    public IReadOnlyList<double> LayerDays { get; init; } = [14, 90, 365];

    /// <summary>How long an event is active, in working memory.</summary>
    public TimeSpan EventLife { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Longest life of a note.</summary>
    public TimeSpan MaxNoteLife { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Longest text of a note or an observation.</summary>
    public int MaxNoteLength { get; init; } = 500;

    /// <summary>How often the persona is read anew: its reading is that of the last such instant.</summary>
    public TimeSpan PersonaCadence { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Episodes in a context.</summary>
    public int EpisodesInContext { get; init; } = 6;
}

/// <summary>Which decisions become episodes.</summary>
public enum EpisodePolicy
{
    /// <summary>With an event that had just become known, or a change of exposure.</summary>
    Notable = 0,

    /// <summary>Each.</summary>
    All = 1,
}
