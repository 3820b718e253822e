namespace Sentinel.Memory;

/// <summary>Constants of FinMem (arXiv 2311.13743) as its paper or its published code has them, by <see cref="EpisodeLayer"/>.</summary>
internal sealed record FinMemVariant
{
    /// <summary>The paper.</summary>
    public static FinMemVariant Paper { get; } = new()
    {
        Name = "finmem-paper",
        RecencyDays = [14, 90, 365],
        Alpha = [0.9, 0.967, 0.988],
        Importance = [[(40, 0.8), (60, 0.15), (80, 0.05)], [(40, 0.05), (60, 0.8), (80, 0.15)], [(40, 0.05), (60, 0.15), (80, 0.8)]],
    };

    /// <summary>The code: other constants in the shallow layer, a query that is the same every day, and a second pool of the lowest scores.</summary>
    public static FinMemVariant Code { get; } = Paper with
    {
        Name = "finmem-code",
        RecencyDays = [3, 90, 365],
        Alpha = [0.92, 0.967, 0.988],
        Importance = [[(50, 0.5), (70, 0.45), (90, 0.05)], [(40, 0.05), (60, 0.8), (80, 0.15)], [(40, 0.05), (60, 0.15), (80, 0.8)]],
        HasConstantQuery = true,
        TakesLowest = true,
    };

    /// <summary>Its name in reports.</summary>
    public required string Name { get; init; }

    /// <summary>Q of <c>exp(-delta / Q)</c>, days.</summary>
    public required IReadOnlyList<double> RecencyDays { get; init; }

    /// <summary>Base of <c>v * alpha^delta</c>.</summary>
    public required IReadOnlyList<double> Alpha { get; init; }

    /// <summary>Values of v and their probabilities.</summary>
    public required IReadOnlyList<IReadOnlyList<(double Value, double Probability)>> Importance { get; init; }

    /// <summary>Whether retrieval depends on the market.</summary>
    public bool HasConstantQuery { get; init; }

    /// <summary>Whether the second half of a layer's memories are those of the lowest score.</summary>
    public bool TakesLowest { get; init; }
}
