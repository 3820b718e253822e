using System.Globalization;

namespace OMem.Understanding.Llm;

/// <summary>How much of a model's answers was not taken over, by reason.</summary>
internal sealed class DropCounts
{
    private readonly long[] _counts = new long[Enum.GetValues<DropReason>().Length];

    /// <summary>All together.</summary>
    public long Total => _counts.Sum();

    /// <summary>How many for a reason.</summary>
    public long this[DropReason reason] => _counts[(int)reason];

    /// <summary>Counts one or more.</summary>
    public void Add(DropReason reason, long count = 1) => _counts[(int)reason] += count;

    /// <summary>Reasons that occurred, with their counts.</summary>
    public IEnumerable<(DropReason Reason, long Count)> NonZero() =>
        Enum.GetValues<DropReason>().Select(reason => (reason, this[reason])).Where(static pair => pair.Item2 > 0);

    /// <summary>The counts in words, for logs.</summary>
    public override string ToString() =>
        string.Join(", ", NonZero().Select(static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Reason} {pair.Count}")));
}
