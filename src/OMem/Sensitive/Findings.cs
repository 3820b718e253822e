namespace OMem.Sensitive;

/// <summary>Collects what the detectors find in one text after the other. Holds nothing until something is found: most messages hold nothing.</summary>
internal sealed class Findings
{
    private readonly List<SensitiveFinding> _all = [];

    public int Count => _all.Count;

    public SensitiveFinding this[int index] => _all[index];

    public void Clear() => _all.Clear();

    public void Add(SensitiveKind kind, int start, int end, string label) => _all.Add(new SensitiveFinding(kind, start, end - start, label));

    /// <summary>Whether one is handled so.</summary>
    public bool Has(SensitiveDataPolicy policy, SensitiveHandling handling)
    {
        foreach (var finding in _all)
        {
            if (policy.Of(finding.Kind) == handling)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Drops those that are handled so.</summary>
    public void Drop(SensitiveDataPolicy policy, SensitiveHandling handling)
    {
        for (var i = _all.Count - 1; i >= 0; i--)
        {
            if (policy.Of(_all[i].Kind) == handling)
            {
                _all.RemoveAt(i);
            }
        }
    }

    /// <summary>Counts them by kind.</summary>
    public void AddTo(Span<int> counts)
    {
        foreach (var finding in _all)
        {
            counts[(int)finding.Kind]++;
        }
    }

    /// <summary>The kinds there are, in order.</summary>
    public IReadOnlyList<SensitiveKind> Kinds() => [.. _all.Select(static finding => finding.Kind).Distinct().Order()];

    public SensitiveFinding[] ToArray() => [.. _all];

    /// <summary>
    /// Leaves findings that do not overlap, in the order of the text. Of two that do, one with the kind of the stronger stays: a card number is no telephone number,
    /// and what stands after "password:" is a password whatever else it looks like.
    /// </summary>
    public void Resolve()
    {
        if (_all.Count < 2)
        {
            return;
        }

        _all.Sort(static (left, right) => Compare(left, right));
        var kept = new List<SensitiveFinding>(_all.Count);
        foreach (var finding in _all)
        {
            Take(kept, finding);
        }

        _all.Clear();
        _all.AddRange(kept);
    }

    /// <summary>Only the last one kept can overlap the next: they are in order, and do not overlap each other.</summary>
    private static void Take(List<SensitiveFinding> kept, SensitiveFinding finding)
    {
        if (kept.Count == 0 || kept[^1].End <= finding.Start)
        {
            kept.Add(finding);
            return;
        }

        var before = kept[^1];
        var stronger = Rank(finding.Kind) > Rank(before.Kind) ? finding : before;
        kept[^1] = stronger with { Start = before.Start, Length = Math.Max(before.End, finding.End) - before.Start };
    }

    private static int Compare(SensitiveFinding left, SensitiveFinding right)
    {
        var order = left.Start.CompareTo(right.Start);
        order = order != 0 ? order : right.Length.CompareTo(left.Length);
        return order != 0 ? order : Rank(right.Kind).CompareTo(Rank(left.Kind));
    }

    private static int Rank(SensitiveKind kind) => kind switch
    {
        SensitiveKind.WalletKey => 6,
        SensitiveKind.Credential => 5,
        SensitiveKind.WalletAddress => 4,
        SensitiveKind.Iban => 3,
        SensitiveKind.PaymentCard => 2,
        SensitiveKind.Email => 1,
        _ => 0,
    };
}
