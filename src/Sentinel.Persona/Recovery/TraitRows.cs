namespace Sentinel.Persona;

/// <summary>Collects one trait over traders.</summary>
internal sealed class TraitRows(RecoveredTrait trait)
{
    private readonly List<double> _found = [];
    private readonly List<double> _true = [];
    private string _unit = "";
    private int _insufficient;
    private int _covered;

    public void Add(RevealedProfile profile, SyntheticTrader trader, RecoveryTruth truth)
    {
        var attribute = profile.Find(trait.Name, trait.KeyOf(trader.TraitsAfter ?? trader.Traits));
        _unit = attribute?.Unit ?? _unit;
        if (attribute is not { Value: { } value, Interval: { } interval } || truth.Of(trait) is not { } real)
        {
            _insufficient++;
            return;
        }

        _found.Add(value);
        _true.Add(real);
        _covered += trait.Covers(interval, value, real) ? 1 : 0;
    }

    public TraitRecovery ToReport()
    {
        var n = _found.Count;
        var coverage = n == 0 ? double.NaN : (double)_covered / n;
        return new TraitRecovery(
            trait.Name,
            trait.OnLog ? "log" : _unit,
            n,
            _insufficient,
            n == 0 ? double.NaN : _found.Zip(_true, (value, real) => Math.Abs(trait.Error(value, real))).Average(),
            RankCorrelation.Of(_found, _true),
            coverage,
            n == 0 ? new ValueInterval(0, 1) : Intervals.Wilson(coverage, n));
    }
}
