using OMem.Understanding.Llm;

namespace OMem.Consolidation.Judging;

/// <summary>The decisions about a batch, and where its statements have landed.</summary>
internal sealed class Decisions
{
    private readonly Dictionary<object, JudgeCase> _cases = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, Decision> _decisions = new(ReferenceEqualityComparer.Instance);

    /// <summary>Creates them.</summary>
    /// <param name="cases">The statements of the batch.</param>
    public Decisions(IEnumerable<JudgeCase> cases)
    {
        foreach (var judged in cases)
        {
            _cases.TryAdd(judged.Candidate, judged);
        }
    }

    /// <summary>Rules decide everything.</summary>
    public static Decisions None => new([]);

    /// <summary>What a model answered and was not taken over, by reason.</summary>
    public DropCounts Dropped { get; } = new();

    /// <summary>How many there are.</summary>
    public int Count => _decisions.Count;

    /// <summary>Takes a decision; the first about a statement counts.</summary>
    public bool Add(JudgeCase judged, Decision decision) => _decisions.TryAdd(judged.Candidate, decision);

    /// <summary>The decision about a candidate; null when rules decide.</summary>
    public Decision? Of(object candidate) => _decisions.GetValueOrDefault(candidate);

    /// <summary>Notes what has become of a candidate.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="wasFit">Whether the decision about it could be carried out.</param>
    /// <param name="entry">The item it has become or confirmed.</param>
    public void Landed(object candidate, bool wasFit, ItemEntry? entry)
    {
        if (_cases.TryGetValue(candidate, out var judged))
        {
            judged.Landed = entry;
        }

        if (!wasFit)
        {
            Dropped.Add(DropReason.Unfit);
        }
    }
}
