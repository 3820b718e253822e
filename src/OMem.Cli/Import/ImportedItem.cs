namespace OMem.Cli.Import;

/// <summary>One entry of an import: an interaction, or what is wrong with it.</summary>
/// <param name="Place">Where it stands, for example <c>line 12</c>.</param>
/// <param name="Interaction">The interaction; null when the entry is not valid or left out.</param>
/// <param name="Fault">What is wrong; null when it is valid.</param>
internal sealed record ImportedItem(string Place, Interaction? Interaction, string? Fault)
{
    /// <summary>Why the entry is left out although nothing is wrong with it, for example <c>tool output</c>; null when it is not.</summary>
    public string? LeftOut { get; init; }

    /// <summary>True when nothing after this entry can be read.</summary>
    public bool IsFinal { get; init; }

    /// <summary>An entry that is left out.</summary>
    public static ImportedItem Without(string place, string reason) => new(place, null, null) { LeftOut = reason };
}
