namespace OMem.Consolidation.Judging;

/// <summary>Carries a model's decision about an attribute out, within what the rules allow: an older message never takes the place of a newer one.</summary>
internal static class JudgedAttribute
{
    /// <summary>Does what was decided, or leaves it to the rule.</summary>
    /// <param name="editor">Changes items.</param>
    /// <param name="value">The attribute.</param>
    /// <param name="tense">Where it stands in time.</param>
    /// <param name="decision">The decision.</param>
    public static JudgedOutcome Apply(Editor editor, Statement value, Tense tense, Decision decision)
    {
        if (decision.Action is LedgerOperation.Add)
        {
            return JudgedOutcome.ByRule;
        }

        if (JudgedTarget.Of(decision, editor.State) is not { Item.Kind: PersonaItemKind.Attribute } target)
        {
            return JudgedOutcome.Unfit;
        }

        editor.Judgement = decision;
        var outcome = decision.Action switch
        {
            LedgerOperation.Ignore => Ignore(editor, value, tense, target, decision.Target!.Similarity),
            LedgerOperation.Update when tense is not Tense.Ended => Update(editor, value, target, decision.Target!.Similarity),
            LedgerOperation.Update or LedgerOperation.End => End(editor, value, tense, target, decision),
            _ => JudgedOutcome.Unfit,
        };
        editor.Judgement = null;
        return outcome;
    }

    private static JudgedOutcome Ignore(Editor editor, Statement value, Tense tense, ItemEntry target, double similarity)
    {
        // What is said to be over does not confirm that it holds, nor a plan that it is so.
        if (tense is Tense.Ended || IsPlan(target) != (tense is Tense.Future))
        {
            return JudgedOutcome.Unfit;
        }

        editor.Confirm(target, value.Evidence, value.Confidence, "says what is known", similarity);
        return JudgedOutcome.Done;
    }

    private static JudgedOutcome Update(Editor editor, Statement value, ItemEntry target, double similarity)
    {
        if (value.IsExclusive)
        {
            // The timeline of the aspect knows where the value belongs; what it does not hold ends.
            if (!string.Equals(target.Item.Aspect, value.Aspect, StringComparison.Ordinal) && !editor.IsOlder(target))
            {
                editor.Judgement = editor.Judgement! with { Action = LedgerOperation.End };
                editor.End(target, value.Evidence, value.EndOf(target), "something else has taken its place", similarity);
            }

            return JudgedOutcome.ByRule;
        }

        if (editor.IsOlder(target))
        {
            var closes = target.Item.ValidFrom > value.From ? target.Item.ValidFrom : value.SaidAt;
            editor.Judgement = null;
            editor.Add(
                value.ToItem(value.From, closes, editor.Telling.RecordedAt, target.Item.Id), value.Index, "an older message: a later one says something else in its place", similarity);
        }
        else if (editor.Add(value.ToItem(value.From), value.Index, "takes the place of what was known", similarity, LedgerOperation.Update, target) is { } added)
        {
            editor.Supersede(target, added, value.EndOf(target));
        }

        return JudgedOutcome.Done;
    }

    private static JudgedOutcome End(Editor editor, Statement value, Tense tense, ItemEntry target, Decision decision)
    {
        if (editor.IsOlder(target))
        {
            return JudgedOutcome.ByRule;
        }

        editor.Judgement = decision with { Action = LedgerOperation.End };
        editor.End(target, value.Evidence, value.EndOf(target), "the speaker says it is over", decision.Target!.Similarity);

        // "Is vegan now" ends another item and is one itself; "used to eat meat" only ends it.
        return tense is Tense.Ended ? JudgedOutcome.Done : JudgedOutcome.ByRule;
    }

    private static bool IsPlan(ItemEntry entry) => entry.Item.Aspect?.StartsWith(AttributeConsolidator.Planned, StringComparison.Ordinal) is true;
}
