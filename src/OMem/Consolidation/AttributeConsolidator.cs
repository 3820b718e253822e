using OMem.Consolidation.Judging;
using OMem.Storage;
using OMem.Understanding.Attributes;

namespace OMem.Consolidation;

/// <summary>
/// Add, Ignore, Update or End for one attribute (O-Mem, arXiv 2511.13593, eq. 4). It is compared with values of the same subject and
/// aspect only. An Update closes the old item and links it; an Ignore adds evidence and changes nothing else.
/// </summary>
internal sealed class AttributeConsolidator(Editor editor)
{
    /// <summary>What the aspect of something yet to come begins with.</summary>
    public const string Planned = "planned ";

    private static readonly ValueKey Retired = ValueKey.Of("retired");

    private static readonly string[] GivenUp = [" no longer ", " gave up "];

    /// <summary>Decides one candidate.</summary>
    /// <param name="candidate">What was read.</param>
    /// <param name="index">Index data of its text.</param>
    /// <param name="decision">What a model decided where the rule is not sure; null for none.</param>
    /// <returns>Whether the decision, if any, could be carried out.</returns>
    public bool Consolidate(AttributeCandidate candidate, IndexData index, Decision? decision = null)
    {
        var value = Statement.Of(candidate, editor.State.Subjects.Resolve(candidate.Subject), Planned, editor.Telling, index);
        if (candidate is { EndsOnly: true, Tense: Tense.Ended } && !value.IsAnyCurrent)
        {
            Parting.End(editor, value);
            return true;
        }

        if (decision is not null && ClearCases.Of(editor.State, value, candidate.Corrects is not null, candidate.Tense) is Clarity.Unclear)
        {
            var outcome = JudgedAttribute.Apply(editor, value, candidate.Tense, decision);
            if (outcome is JudgedOutcome.Done)
            {
                EndLiking(value);
                return true;
            }

            editor.Judgement = outcome is JudgedOutcome.ByRule ? decision : null;
            Decide(candidate, value);
            editor.Judgement = null;
            return outcome is not JudgedOutcome.Unfit;
        }

        Decide(candidate, value);
        return true;
    }

    private void Decide(AttributeCandidate candidate, Statement value)
    {
        if (value.IsAnyCurrent)
        {
            EndCurrent(value);
        }
        else if (candidate.Corrects is { } wrong && candidate.Tense is not Tense.Ended && FindCurrent(value, ValueKey.Of(wrong)) is { } mistaken && mistaken.Key.Text != value.Key.Text)
        {
            Replace(mistaken, value, mistaken.Item.ValidFrom, mistaken.Item.ValidFrom, "the speaker corrected themself", Nearest(value).Similarity);
        }
        else if (candidate.Tense is Tense.Ended)
        {
            End(value);
        }
        else
        {
            Hold(value);
            EndLiking(value);
            EndWork(value);
        }
    }

    /// <summary>Who is retired has no job any more, whichever it was.</summary>
    private void EndWork(Statement value)
    {
        if (value is { Aspect: "employment", Polarity: Polarity.Positive } && string.Equals(value.Key.Text, Retired.Text, StringComparison.Ordinal))
        {
            foreach (var aspect in (string[])["job", "employer"])
            {
                EndAll(editor.State.Items.Group(DerivedState.AttributeGroup(value.Subject, aspect)), value, "the speaker is retired");
            }
        }
    }

    private void EndAll(IReadOnlyList<ItemEntry> entries, Statement value, string reason)
    {
        foreach (var entry in entries.Where(entry => entry.IsCurrent && entry.Item.Polarity is Polarity.Positive && !editor.IsOlder(entry)).ToList())
        {
            editor.End(entry, value.Evidence, value.EndOf(entry), reason, similarity: null);
        }
    }

    /// <summary>"I quit my job": ends whichever value is current.</summary>
    private void EndCurrent(Statement value)
    {
        EndAll(Group(value), value, "the speaker said it is over");
    }

    private void End(Statement value)
    {
        var known = Alike(value, value.Polarity, current: true) ?? Alike(value, value.Polarity, current: false);
        if (known is { IsCurrent: true } && !editor.IsOlder(known))
        {
            editor.End(known, value.Evidence, value.EndOf(known), "the speaker said it is no longer so", 1);
        }
        else if (known is { IsCurrent: false })
        {
            editor.Confirm(known, value.Evidence, value.Confidence, "known to have ended", 1);
        }
        else
        {
            var from = value.Valid?.From;
            var to = value.Valid?.To ?? value.SaidAt;
            editor.Add(value.ToItem(from, to, editor.Telling.RecordedAt), value.Index, "new, and already over when it was said", Nearest(value).Similarity);
        }
    }

    private void Hold(Statement value)
    {
        var (nearest, similarity) = Nearest(value);
        var same = Alike(value, value.Polarity, current: true)
            ?? (nearest is { IsCurrent: true } && nearest.Item.Polarity == value.Polarity && Paraphrase.Is(nearest.Key, value.Key, Similarity.Cosine(nearest.Vector, value.Vector)) ? nearest : null);
        var opposite = Alike(value, value.Polarity is Polarity.Positive ? Polarity.Negative : Polarity.Positive, current: true);
        if (same is not null)
        {
            var earlier = editor.IsOlder(same) && value.From < same.Item.ValidFrom ? value.From : (DateTimeOffset?)null;
            editor.Confirm(same, value.Evidence, value.Confidence, earlier is null ? "says what is known" : "an older message says what is known", Score(same, value), earlier);
            if (opposite is not null && value.SaidAt > opposite.Item.LastStatedAt)
            {
                editor.End(opposite, value.Evidence, value.EndOf(opposite), "a later message decides between what was said at one time", 1);
            }
        }
        else if (value.IsExclusive)
        {
            Place(value, opposite, similarity);
            Fulfil(value);
        }
        else if (opposite is not null)
        {
            Contradict(opposite, value);
        }
        else if (Refinement.Of(value, Sharing(value)) is { } other && !editor.IsOlder(other))
        {
            Refine(other, value);
        }
        else if (Swap.Of(value, key => editor.State.Items.Sharing(value.Group, key)) is { } overtaken && !editor.IsOlder(overtaken))
        {
            Replace(overtaken, value, value.From, value.EndOf(overtaken), "the speaker says what is so now in its place", Score(overtaken, value));
        }
        else
        {
            editor.Add(value.ToItem(value.From), value.Index, nearest is null ? "nothing like it was known" : "new: the nearest known value says something else", similarity);
        }
    }

    /// <summary>"I don't drink coffee any more" also ends "loves coffee": who has given a thing up is not offered it again.</summary>
    private void EndLiking(Statement value)
    {
        if (value.Aspect is not "habit" || value.Polarity is not Polarity.Negative || !GivenUp.Any(words => value.Text.Contains(words, StringComparison.Ordinal)))
        {
            return;
        }

        var likings = editor.State.Items.Group(DerivedState.AttributeGroup(value.Subject, "preference"));
        foreach (var liking in likings.Where(entry => entry.IsCurrent && entry.Item.Polarity is Polarity.Positive && (entry.Key.IsPartOf(value.Key) || Same(entry, value)) && !editor.IsOlder(entry)).ToList())
        {
            editor.End(liking, value.Evidence, value.EndOf(liking), "the speaker has given it up", similarity: null);
        }
    }

    private void Place(Statement value, ItemEntry? denial, double? similarity)
    {
        var timeline = new ExclusiveTimeline(editor, value, Group(value));
        if (denial is not null && !timeline.HasCurrent)
        {
            Contradict(denial, value);
            return;
        }

        var placed = timeline.Place(similarity);
        if (denial is not null && placed is { IsCurrent: true } && !editor.IsOlder(denial))
        {
            editor.End(denial, value.Evidence, value.EndOf(denial), "the speaker says now that it is so", 1);
        }
    }

    private void Contradict(ItemEntry opposite, Statement value)
    {
        if (editor.IsOlder(opposite))
        {
            var closes = opposite.Item.ValidFrom > value.From ? opposite.Item.ValidFrom : value.SaidAt;
            editor.Add(value.ToItem(value.From, closes, editor.Telling.RecordedAt, opposite.Item.Id), value.Index, "an older message: a later one says the opposite", Score(opposite, value));
            return;
        }

        if (IsUndecided(opposite, value))
        {
            editor.Add(value.ToItem(value.From), value.Index, "says the opposite of what another message of the same time says: both are kept", Score(opposite, value));
            return;
        }

        Replace(opposite, value, value.From, value.EndOf(opposite), "says the opposite of what was known", Score(opposite, value));
    }

    /// <summary>Two messages of one instant that contradict each other: neither is the later word. Within one message the order of its words decides.</summary>
    private static bool IsUndecided(ItemEntry opposite, Statement value) =>
        value.SaidAt == opposite.Item.LastStatedAt && opposite.Item.Evidence.All(evidence => evidence.Sequence != value.Evidence.Sequence);

    /// <summary>"my dog" and then "my dog Rex": the more precise value takes the place of the vaguer; the vaguer confirms the more precise.</summary>
    private void Refine(ItemEntry known, Statement value)
    {
        if (value.Key.IsPartOf(known.Key))
        {
            editor.Confirm(known, value.Evidence, value.Confidence, "a less precise wording of what is known", Score(known, value));
        }
        else
        {
            Replace(known, value, known.Item.ValidFrom ?? value.From, known.Item.ValidFrom, "a more precise wording of what was known", Score(known, value));
        }
    }

    private void Replace(ItemEntry old, Statement value, DateTimeOffset? from, DateTimeOffset? oldEnds, string reason, double? similarity)
    {
        if (editor.Add(value.ToItem(from), value.Index, reason, similarity, LedgerOperation.Update, old) is { } added)
        {
            editor.Supersede(old, added, oldEnds);
        }
    }

    /// <summary>A home or job that was planned and is now real closes the plan.</summary>
    private void Fulfil(Statement value)
    {
        var plans = editor.State.Items.Group(DerivedState.AttributeGroup(value.Subject, Planned + value.Aspect));
        foreach (var plan in plans.Where(plan => plan.IsCurrent && Same(plan, value) && !editor.IsOlder(plan)).ToList())
        {
            editor.End(plan, value.Evidence, value.From, "the plan has come true", 1);
        }
    }

    private ItemEntry? FindCurrent(Statement value, ValueKey key) =>
        editor.State.Items.Sharing(value.Group, key).FirstOrDefault(entry => entry.IsCurrent && string.Equals(entry.Key.Text, key.Text, StringComparison.Ordinal));

    /// <summary>The newest item that says the same value.</summary>
    private ItemEntry? Alike(Statement value, Polarity polarity, bool current) =>
        Sharing(value).FirstOrDefault(entry => entry.IsCurrent == current && entry.Item.Polarity == polarity && Same(entry, value));

    private List<ItemEntry> Sharing(Statement value) => editor.State.Items.Sharing(value.Group, value.Key);

    private (ItemEntry? Entry, double? Similarity) Nearest(Statement value) => NearestItem.Find(editor.State, value.Group, value.Key, value.Vector);

    private IReadOnlyList<ItemEntry> Group(Statement value) => editor.State.Items.Group(value.Group);

    private static bool Same(ItemEntry entry, Statement value) => entry.Key.Overlap(value.Key) >= ConsolidationLimits.SameByWords;

    private static double Score(ItemEntry entry, Statement value) => NearestItem.Score(entry, value.Key, value.Vector);
}
