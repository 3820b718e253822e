using System.Globalization;
using OMem.Consolidation.Judging;
using OMem.Storage;
using OMem.Understanding.Attributes;

namespace OMem.Consolidation;

/// <summary>Add, Ignore or Update for one fact (O-Mem, arXiv 2511.13593, eq. 3): what happened to a person, or is planned.</summary>
internal sealed class FactConsolidator(Editor editor)
{
    /// <summary>The aspect of an event that has not happened yet.</summary>
    public const string Plan = "plan";

    /// <summary>Decides one candidate.</summary>
    /// <param name="candidate">What was read.</param>
    /// <param name="index">Index data of its text.</param>
    /// <param name="decision">What a model decided where the rule is not sure; null for none.</param>
    /// <returns>Whether the decision, if any, could be carried out.</returns>
    public bool Consolidate(FactCandidate candidate, IndexData index, Decision? decision = null)
    {
        var subject = editor.State.Subjects.Resolve(candidate.Subject);
        var key = ValueKey.OfSentence(candidate.Text, candidate.Subject);
        var vector = SentenceVector.Of(index);
        var alike = editor.State.Items.Sharing(DerivedState.FactGroup(subject), key).FindAll(entry => entry.IsCurrent);
        var (nearest, similarity) = NearestItem.Of(alike, key, vector);
        var item = ToItem(candidate, subject, editor.Telling);
        ReachGoals(item, candidate.Evidence, key);
        if (candidate.Corrects is { } wrong && alike.Find(entry => string.Equals(entry.Item.Text, wrong, StringComparison.Ordinal)) is { } mistaken)
        {
            Replace(mistaken, item, index, "the speaker corrected themself", similarity);
            return true;
        }

        var match = FactMatch.Of(alike, key, vector, new FactTelling(item.Aspect is Plan, item.Polarity, candidate.When, editor.Telling.OccurredAt));
        if (match.Same is { } same)
        {
            Repeat(same, item, candidate, index, NearestItem.Score(same, key, vector));
            return true;
        }

        if (match.Replaced is { } replaced)
        {
            Replace(replaced, item, index, replaced.Item.Polarity == item.Polarity ? "what was planned has happened" : "says the opposite of what was known", NearestItem.Score(replaced, key, vector));
            return true;
        }

        var outcome = decision is null ? JudgedOutcome.ByRule : Judge(decision, item, candidate, index);
        if (outcome is not JudgedOutcome.Done)
        {
            editor.Judgement = outcome is JudgedOutcome.ByRule ? decision : null;
            editor.Add(item, index, nearest is null ? "nothing like it was known" : "new: the nearest known event is another one", similarity);
        }

        editor.Judgement = null;
        return outcome is not JudgedOutcome.Unfit;
    }

    /// <summary>Carries a model's decision out, where more is to be done than to add the fact.</summary>
    private JudgedOutcome Judge(Decision decision, PersonaItem item, FactCandidate candidate, IndexData index)
    {
        if (decision.Action is LedgerOperation.Add)
        {
            return JudgedOutcome.ByRule;
        }

        if (JudgedTarget.Of(decision, editor.State) is not { Item.Kind: PersonaItemKind.Fact } target || !JudgedFact.IsFit(decision.Action, target.Item, item))
        {
            return JudgedOutcome.Unfit;
        }

        if (decision.Action is LedgerOperation.Ignore)
        {
            editor.Judgement = decision;
            Repeat(target, item, candidate, index, decision.Target!.Similarity);
            return JudgedOutcome.Done;
        }

        if (editor.IsOlder(target))
        {
            return JudgedOutcome.ByRule;
        }

        // What is called off ends by the news of it, which takes its place.
        editor.Judgement = decision with { Action = LedgerOperation.Update };
        Replace(target, item, index, "a newer account of it", decision.Target!.Similarity);
        return JudgedOutcome.Done;
    }

    /// <summary>An aim that has been reached is one no longer.</summary>
    private void ReachGoals(PersonaItem item, Evidence evidence, ValueKey key)
    {
        if (item.Aspect is Plan || item.Polarity is Polarity.Negative)
        {
            return;
        }

        var group = DerivedState.AttributeGroup(item.Subject, AttributeWords.Goal);
        var reached = editor.State.Items.Sharing(group, key)
            .FindAll(goal => goal is { IsCurrent: true, Item.Polarity: Polarity.Positive } && editor.Telling.OccurredAt >= goal.Item.LastStatedAt && goal.Key.Overlap(key) >= ConsolidationLimits.SameByWords);
        foreach (var goal in reached)
        {
            var when = item.ValidFrom ?? editor.Telling.OccurredAt;
            editor.End(goal, evidence, when >= goal.Item.ValidFrom ? when : editor.Telling.OccurredAt, "the aim has been reached", Similarity.Round(goal.Key.Overlap(key)));
        }
    }

    private void Repeat(ItemEntry same, PersonaItem item, FactCandidate candidate, IndexData index, double similarity)
    {
        if (same.Item.ValidFrom is null && item.ValidFrom is not null && editor.Telling.OccurredAt >= same.Item.LastStatedAt)
        {
            Replace(same, item, index, "known, and now its time is known too", similarity);
        }
        else
        {
            editor.Confirm(same, candidate.Evidence, candidate.Confidence, "says what is known", similarity);
        }
    }

    private void Replace(ItemEntry old, PersonaItem item, IndexData index, string reason, double? similarity)
    {
        if (editor.Add(item, index, reason, similarity, LedgerOperation.Update, old) is { } added)
        {
            // A fact's validity is when it happened: being superseded does not change that.
            editor.Supersede(old, added, old.Item.ValidTo);
        }
    }

    /// <summary>The item a candidate makes.</summary>
    public static PersonaItem ToItem(FactCandidate candidate, string subject, Telling telling) => new()
    {
        Id = StableId.Of(
            "f_", subject, candidate.Text, candidate.Polarity is Polarity.Negative ? "-" : "+", candidate.Evidence.InteractionId,
            candidate.Evidence.Start.ToString(CultureInfo.InvariantCulture), candidate.Evidence.Length.ToString(CultureInfo.InvariantCulture)),
        Kind = PersonaItemKind.Fact,
        Subject = subject,
        Aspect = candidate.Tense is Tense.Future ? Plan : null,
        Value = candidate.Text,
        Text = candidate.Text,
        Polarity = candidate.Polarity,
        ValidFrom = candidate.When?.From,
        ValidTo = candidate.When?.To,
        Approximate = candidate.When?.Approximate ?? false,
        RecordedAt = telling.RecordedAt,
        LastStatedAt = telling.OccurredAt,
        Confidence = Math.Round(Math.Clamp(candidate.Confidence, 0, 1), 4),
        Evidence = [candidate.Evidence],
        Reader = telling.Actor,
    };
}
