namespace OMem.Consolidation.Judging;

/// <summary>What one call is about, numbered: known things first, then the statements, in order. A statement of the call that is near a later one is not shown twice.</summary>
internal sealed class JudgeSheet
{
    private readonly Dictionary<object, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<(NearItem Near, int Number)> _known = [];
    private readonly List<(JudgeCase Case, int Number)> _new = [];

    /// <summary>Numbers the statements of a call and what they are compared with.</summary>
    public JudgeSheet(IReadOnlyList<JudgeCase> cases)
    {
        var asked = cases.ToHashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var near in cases.SelectMany(static judged => judged.Near))
        {
            var thing = Thing(near);
            if (!asked.Contains(thing) && _numbers.TryAdd(thing, _numbers.Count + 1))
            {
                _known.Add((near, _numbers.Count));
            }
        }

        foreach (var judged in cases)
        {
            _numbers.Add(judged, _numbers.Count + 1);
            _new.Add((judged, _numbers.Count));
        }
    }

    /// <summary>Things that are not decided about in this call.</summary>
    public IReadOnlyList<(NearItem Near, int Number)> Known => _known;

    /// <summary>The statements to decide about.</summary>
    public IReadOnlyList<(JudgeCase Case, int Number)> New => _new;

    /// <summary>The number of something near.</summary>
    public int NumberOf(NearItem near) => _numbers[Thing(near)];

    /// <summary>The statement with a number; null when none has it.</summary>
    public JudgeCase? Find(int number)
    {
        var place = number - _known.Count - 1;
        return place >= 0 && place < _new.Count ? _new[place].Case : null;
    }

    private static object Thing(NearItem near) => (object?)near.Item ?? near.Peer!;
}
