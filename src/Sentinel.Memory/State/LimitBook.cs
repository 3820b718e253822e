namespace Sentinel.Memory;

/// <summary>Mandates and halts in order of time.</summary>
internal sealed class LimitBook
{
    private readonly List<Mandate> _mandates = [];
    private readonly List<(DateTimeOffset At, bool IsHalted)> _halts = [];

    public int LastVersion => _mandates.Count > 0 ? _mandates.Max(mandate => mandate.Version) : 0;

    public void Add(Mandate mandate)
    {
        _mandates.Add(mandate);
        _mandates.Sort(static (left, right) => left.KnownAt != right.KnownAt ? left.KnownAt.CompareTo(right.KnownAt) : left.Version.CompareTo(right.Version));
    }

    public void Add(DateTimeOffset at, bool isHalted) => _halts.Add((at, isHalted));

    /// <summary>The limits in force; null when none were set by then.</summary>
    public Mandate? MandateAt(DateTimeOffset asOf) => _mandates.FindLast(mandate => mandate.KnownAt <= asOf);

    public bool IsHalted(DateTimeOffset asOf) => _halts.Where(halt => halt.At <= asOf).Select(halt => halt.IsHalted).LastOrDefault();
}
