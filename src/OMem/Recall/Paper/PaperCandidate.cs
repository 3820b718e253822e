using OMem.Interactions;
using OMem.Text;

namespace OMem.Recall.Paper;

/// <summary>Something that may be packed.</summary>
internal sealed record PaperCandidate
{
    /// <summary>The turn; -1 for a fact or attribute.</summary>
    public required int Turn { get; init; }

    /// <summary>The fact or attribute; null for a message.</summary>
    public PersonaItem? Item { get; init; }

    /// <summary>What it is worth.</summary>
    public required double Score { get; init; }

    /// <summary>Tokens it takes.</summary>
    public required int Tokens { get; init; }

    /// <summary>What each channel gave it.</summary>
    public required IReadOnlyList<FeatureContribution> Contributions { get; init; }

    /// <summary>Why it was found.</summary>
    public required string Why { get; init; }

    /// <summary>Turns of which any, once shown, makes it superfluous.</summary>
    public IReadOnlyList<int> Messages { get; init; } = [];

    /// <summary>Whether a filter of the query excludes it.</summary>
    public required bool IsFiltered { get; init; }

    /// <summary>What it is.</summary>
    public RecallItemKind Kind => Item is null ? RecallItemKind.Interaction : Item.Kind is PersonaItemKind.Fact ? RecallItemKind.Fact : RecallItemKind.Attribute;

    /// <summary>The candidates in the order they are packed: messages of the clue in log order, then by similarity, a message before the fact it told.</summary>
    public static List<PaperCandidate> Of(PaperFindings found, ScopeView view, RecallQuery query)
    {
        var filter = TurnFilter.Create(view, query);
        return [.. found.Turns.Select(entry => Of(entry.Key, entry.Value, view, query, filter))
            .Concat(found.Items.Select(item => Of(item, view, query, filter)))
            .OrderByDescending(static candidate => candidate.Score)
            .ThenBy(static candidate => candidate.Item is null ? 0 : 1)
            .ThenBy(static candidate => candidate.Turn)
            .ThenBy(static candidate => candidate.Item?.Id, StringComparer.Ordinal)];
    }

    private static PaperCandidate Of(int turn, List<Finding> findings, ScopeView view, RecallQuery query, TurnFilter? filter)
    {
        var best = findings.OrderByDescending(static finding => finding.Score).ThenBy(static finding => finding.Why, StringComparer.Ordinal).ToList();
        return new PaperCandidate
        {
            Turn = turn,
            Score = best[0].Score,
            Tokens = view.Columns.Tokens[turn],
            Contributions = best.ConvertAll(static finding => new FeatureContribution(finding.Channel, finding.Feature, finding.Score, finding.Score)),
            Why = best[0].Why,
            IsFiltered = !CandidateFinder.Wants(query, RecallItemKind.Interaction) || filter?.Allows(turn) is false,
        };
    }

    private static PaperCandidate Of(ItemFinding found, ScopeView view, RecallQuery query, TurnFilter? filter)
    {
        var kind = found.Item.Kind is PersonaItemKind.Fact ? RecallItemKind.Fact : RecallItemKind.Attribute;
        var name = kind is RecallItemKind.Fact ? "fact" : "attribute";
        return new PaperCandidate
        {
            Turn = -1,
            Item = found.Item,
            Score = found.Score,
            Tokens = TokenEstimate.Count(PersonaText.Shown(found.Item)),
            Contributions = [new FeatureContribution(FeatureCatalog.Persona, name, found.Score, found.Score)],
            Why = FormattableString.Invariant($"a near {name} ({found.Score:0.00})"),
            Messages = found.Messages,
            IsFiltered = !CandidateFinder.Wants(query, kind)
                || (filter is not null && !found.Item.Evidence.Any(evidence => view.TurnAt(evidence.Sequence) is >= 0 and var turn && filter.AllowsAnySpeaker(turn))),
        };
    }
}
