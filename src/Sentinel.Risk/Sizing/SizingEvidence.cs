namespace Sentinel.Risk;

/// <summary>What settled episodes say of trades like this one, for Kelly's fraction.</summary>
/// <param name="WinProbability">The lower end of the shrunken interval of the win rate, 0-1.</param>
/// <param name="Payoff">Average win over average loss, in units of risk.</param>
/// <param name="EffectiveSample">Effective number of episodes.</param>
public sealed record SizingEvidence(double WinProbability, double Payoff, double EffectiveSample);
