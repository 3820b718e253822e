namespace Sentinel.Memory;

/// <summary>Mandates and halts in order of time.</summary>
internal sealed class LimitBook
{
    private readonly List<Mandate> _mandates = [];
    private readonly Dictionary<string, List<(DateTimeOffset At, bool IsHalted)>> _halts = new(StringComparer.Ordinal);

    public int LastVersion => _mandates.Count > 0 ? _mandates.Max(mandate => mandate.Version) : 0;

    public void Add(Mandate mandate)
    {
        _mandates.Add(mandate);
        _mandates.Sort(static (left, right) => left.KnownAt != right.KnownAt ? left.KnownAt.CompareTo(right.KnownAt) : left.Version.CompareTo(right.Version));
    }

    /// <summary>Takes in that trading was stopped or resumed; each code for itself, the end of one halt does not lift another.</summary>
    public void Add(DateTimeOffset at, string code, bool isHalted)
    {
        if (!_halts.TryGetValue(code, out var list))
        {
            _halts.Add(code, list = []);
        }

        list.Add((at, isHalted));
    }

    /// <summary>The limits in force; null when none were set by then.</summary>
    public Mandate? MandateAt(DateTimeOffset asOf) => _mandates.FindLast(mandate => mandate.KnownAt <= asOf);

    public bool IsHalted(DateTimeOffset asOf, string? code) =>
        _halts.Any(halts => (code is null || string.Equals(code, halts.Key, StringComparison.Ordinal)) && halts.Value.FindLast(halt => halt.At <= asOf).IsHalted);
}
