using System.Globalization;
using OMem.Interactions;
using OMem.Paper;
using OMem.Persona;

namespace OMem.Recall.Paper;

/// <summary>The three published channels over one speaker's memory.</summary>
internal sealed class PaperChannels(
    ScopeView view, DerivedView derived, Question question, QueryVectors? vectors, RecallQuery query, string speaker, PaperOptions options)
{
    /// <summary>What a message of the clue is worth: more than any cosine.</summary>
    public const double ClueScore = 2;

    private readonly int _speaker = view.FindSpeaker(speaker);
    private readonly TurnFilter? _filter = TurnFilter.Create(view, query);

    /// <summary>The topic channel (eq. 8): all messages of the k topics nearest to the question.</summary>
    public void AddTopics(PaperFindings found)
    {
        var topics = derived.Topics.Similarities(question, vectors)
            .Select(scored => (scored.Value.Topic, scored.Score, Turns: scored.Value.Topic.Interactions.Where(IsSpeakers).Select(view.TurnAt).ToList()))
            .Where(static topic => topic.Turns.Count > 0)
            .OrderByDescending(static topic => topic.Score)
            .ThenBy(static topic => topic.Topic.Label, StringComparer.Ordinal)
            .ToList();
        var turns = new HashSet<int>();
        foreach (var (topic, score, messages) in topics.Take(options.Topics))
        {
            turns.UnionWith(messages);
            foreach (var turn in messages)
            {
                found.Add(turn, new Finding(FeatureCatalog.Working, "topic", score, $"of the topic '{topic.Label}' ({Number(score)})"));
            }
        }

        found.Channels.Add(new ChannelTrace(FeatureCatalog.Working, turns.Count, Text($"the nearest {Math.Min(options.Topics, topics.Count)} of {topics.Count} topics of {speaker}")));
    }

    /// <summary>The clue channel (eqs. 9 and 10): all messages of the single rarest word.</summary>
    public void AddClue(PaperFindings found, Clue clue)
    {
        foreach (var turn in clue.Turns)
        {
            found.Add(turn, new Finding(FeatureCatalog.Episodic, "clue", ClueScore, $"holds the rarest word '{clue.Word}'"));
        }

        var ties = clue.Ties.Count == 0 ? "" : Text($"; as rare: {string.Join(", ", clue.Ties)}");
        found.Channels.Add(new ChannelTrace(
            FeatureCatalog.Episodic, clue.Turns.Count, clue.Word is null ? $"{speaker} never used a word of the question" : Text($"the rarest word '{clue.Word}', {clue.Turns.Count} messages of {speaker}{ties}")));
    }

    /// <summary>The persona channel (eq. 11): the nearest facts and merged attributes. Facts before the gap give way to their messages.</summary>
    public void AddPersona(PaperFindings found)
    {
        var time = TimeView.Of(query);
        var items = derived.Items.Similarities(question, vectors)
            .Where(scored => string.Equals(scored.Value.Item.Subject, speaker, StringComparison.Ordinal))
            .Select(scored => (Item: time.See(scored.Value.Item)!, Score: (double)scored.Score))
            .Where(static scored => scored.Item is not null)
            .OrderByDescending(static scored => scored.Score)
            .ThenBy(static scored => scored.Item.Id, StringComparer.Ordinal)
            .ToList();
        var merged = items.Where(static scored => PaperMethod.IsMerged(scored.Item)).Select(static scored => scored.Item.ClusterId).ToHashSet(StringComparer.Ordinal);
        var facts = items.Where(static scored => scored.Item.Kind is PersonaItemKind.Fact).Take(options.Facts).ToList();
        var attributes = items
            .Where(scored => scored.Item.Kind is PersonaItemKind.Attribute && (PaperMethod.IsMerged(scored.Item) || !merged.Contains(scored.Item.ClusterId)))
            .Take(options.Attributes).ToList();
        var expanded = FactExpansion.Count([.. facts.Select(static fact => fact.Score)], options.ExpansionGap);
        for (var i = 0; i < facts.Count; i++)
        {
            var messages = i < expanded ? Messages(facts[i].Item) : [];
            foreach (var turn in messages)
            {
                found.Add(turn, new Finding(FeatureCatalog.Persona, "fact", facts[i].Score, $"told the fact '{facts[i].Item.Text}' ({Number(facts[i].Score)})"));
            }

            found.Items.Add(new ItemFinding(facts[i].Item, facts[i].Score, messages));
        }

        found.Items.AddRange(attributes.Select(static attribute => new ItemFinding(attribute.Item, attribute.Score, [])));
        found.Channels.Add(new ChannelTrace(
            FeatureCatalog.Persona, facts.Count + attributes.Count, Text($"the nearest {facts.Count} facts and {attributes.Count} attributes of {speaker}; {expanded} facts give way to their messages")));
    }

    /// <summary>Whether a message is the speaker's, known at the time, and understood by the filters to be shown.</summary>
    private bool IsSpeakers(long sequence) =>
        view.TurnAt(sequence) is >= 0 and var turn && view.Columns.Speaker[turn] == _speaker && (_filter is null || _filter.AllowsAnySpeaker(turn));

    private List<int> Messages(PersonaItem item) => [.. item.Evidence.Select(static evidence => evidence.Sequence).Distinct().Where(IsSpeakers).Order().Select(view.TurnAt)];

    private static string Number(double score) => score.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
