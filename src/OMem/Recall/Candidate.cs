using OMem.Storage;

namespace OMem.Recall;

/// <summary>Something that may be recalled: a turn, or a persona item.</summary>
/// <param name="Turn">The turn; -1 for a persona item.</param>
/// <param name="Match">The persona item; null for a turn.</param>
/// <param name="Score">Its fused score.</param>
/// <param name="Tokens">Tokens it takes.</param>
/// <param name="IsFiltered">Whether a filter of the query excludes it: it is listed for the trace only.</param>
internal sealed record Candidate(int Turn, StatementMatch<StoredItem>? Match, double Score, int Tokens, bool IsFiltered = false)
{
    /// <summary>Best first: by score, then persona items before turns, then by log position or id.</summary>
    public static IComparer<Candidate> BestFirst { get; } = Comparer<Candidate>.Create(Compare);

    /// <summary>Whether it says what no longer holds, to a question about what does.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>Whether it is a persona item.</summary>
    public bool IsPersona => Match is not null;

    /// <summary>The persona item, as the query's view in time shows it.</summary>
    public PersonaItem Item => Seen ?? Match!.Value.Value.Item;

    /// <summary>The persona item as it was believed; null where the present belief is shown.</summary>
    public PersonaItem? Seen { get; init; }

    /// <summary>What it is.</summary>
    public RecallItemKind Kind => Match is null
        ? RecallItemKind.Interaction
        : Item.Kind == PersonaItemKind.Attribute ? RecallItemKind.Attribute : RecallItemKind.Fact;

    private static int Compare(Candidate left, Candidate right)
    {
        if (left.Score != right.Score)
        {
            return right.Score.CompareTo(left.Score);
        }

        if (left.IsPersona != right.IsPersona)
        {
            return left.IsPersona ? -1 : 1;
        }

        return left.IsPersona ? string.CompareOrdinal(left.Item.Id, right.Item.Id) : left.Turn.CompareTo(right.Turn);
    }
}
