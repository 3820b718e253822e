namespace OMem.Evaluation;

/// <summary>Counts what a reader leaves out, so that no omission is silent.</summary>
internal sealed class DropCounter
{
    public const string UnresolvedEvidence = "unresolvedEvidence";
    public const string QuestionsWithoutEvidence = "questionsWithoutEvidence";
    public const string EmptyTurns = "emptyTurns";
    public const string SessionTimesWithoutTurns = "sessionTimesWithoutTurns";
    public const string UnparsedTimeGaps = "unparsedTimeGaps";
    public const string ChatsWithoutTimeAnchor = "chatsWithoutTimeAnchor";

    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Add(string reason) => _counts[reason] = _counts.GetValueOrDefault(reason) + 1;

    public IReadOnlyDictionary<string, int> ToDictionary() => _counts;
}
