namespace Sentinel.Memory;

/// <summary>Where what is known of the trader comes from: the persona manager, another trader's (a placebo), or the planted truth (an upper bound).</summary>
public interface IPersonaSource
{
    /// <summary>What was known by then.</summary>
    PersonaReading Read(DateTimeOffset asOf);
}

/// <summary>What was known of a trader at one time.</summary>
/// <param name="Declared">What the trader said.</param>
/// <param name="Revealed">What trades show, insufficient attributes included (they carry no value).</param>
/// <param name="Conflicts">Where the two disagree.</param>
public sealed record PersonaReading(IReadOnlyList<TraderAttribute> Declared, IReadOnlyList<TraderAttribute> Revealed, IReadOnlyList<ContextConflict> Conflicts)
{
    /// <summary>Nothing.</summary>
    public static PersonaReading Empty { get; } = new([], [], []);
}
