namespace Sentinel.Agents;

/// <summary>The market analyst's view.</summary>
/// <param name="Lean">-1 (falls) to 1 (rises).</param>
/// <param name="Confidence">0-1.</param>
/// <param name="Text">Why, in a few sentences.</param>
/// <param name="Cites">Ids it rests on.</param>
public sealed record MarketThesis(double Lean, double Confidence, string Text, IReadOnlyList<string> Cites);

/// <summary>One side's best case.</summary>
/// <param name="Strength">How strong it is, 0-1.</param>
/// <param name="Text">The case.</param>
/// <param name="Cites">Ids it rests on.</param>
public sealed record ResearchCase(double Strength, string Text, IReadOnlyList<string> Cites);

/// <summary>The code's limits in words. It has no veto and changes nothing.</summary>
/// <param name="Text">What is left under which limit.</param>
/// <param name="Limits">Names of the limits that are near.</param>
public sealed record RiskNote(string Text, IReadOnlyList<string> Limits);

/// <summary>What the others said; null where one failed.</summary>
/// <param name="Thesis">The market analyst.</param>
/// <param name="Bull">The case for rising.</param>
/// <param name="Bear">The case for falling.</param>
/// <param name="Risk">The limits in words.</param>
public sealed record Panel(MarketThesis? Thesis, ResearchCase? Bull, ResearchCase? Bear, RiskNote? Risk);

/// <summary>The side a researcher argues.</summary>
public enum ResearchSide
{
    /// <summary>For rising.</summary>
    Bull = 0,

    /// <summary>For falling.</summary>
    Bear = 1,
}
