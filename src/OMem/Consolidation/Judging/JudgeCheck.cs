using OMem.Understanding.Llm;

namespace OMem.Consolidation.Judging;

/// <summary>Takes over of a judge's answer what holds. A number that was not shown with the statement, or an action there is not, leaves the statement to the rules.</summary>
internal static class JudgeCheck
{
    /// <summary>Adds the decisions of one call and counts what is not taken over.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="sheet">What was asked.</param>
    /// <param name="actor">Model and prompt.</param>
    /// <param name="decisions">Takes the decisions.</param>
    /// <param name="answered">Takes the statements that there is any answer about; the first one counts.</param>
    public static void Take(JudgeAnswer answer, JudgeSheet sheet, string actor, Decisions decisions, HashSet<JudgeCase> answered)
    {
        decisions.Dropped.Add(DropReason.Misshapen, answer.Misshapen);
        foreach (var decision in answer.Decisions ?? [])
        {
            if (decision?.N is not { } number || sheet.Find(number) is not { } judged)
            {
                decisions.Dropped.Add(decision is null ? DropReason.Misshapen : DropReason.UnknownTarget);
            }
            else if (answered.Add(judged))
            {
                Take(decision, judged, sheet, actor, decisions);
            }
            else
            {
                decisions.Dropped.Add(DropReason.TooMany);
            }
        }
    }

    /// <summary>Statements of a call that its answer says nothing about.</summary>
    public static List<JudgeCase> PassedOver(JudgeAnswer answer, JudgeSheet sheet)
    {
        var numbers = (answer.Decisions ?? []).Select(static decision => decision?.N).ToHashSet();
        return [.. sheet.New.Where(shown => !numbers.Contains(shown.Number)).Select(static shown => shown.Case)];
    }

    private static void Take(JudgeDecision decision, JudgeCase judged, JudgeSheet sheet, string actor, Decisions decisions)
    {
        if (Action(decision.Action) is not { } action)
        {
            decisions.Dropped.Add(DropReason.UnknownAction);
            return;
        }

        var target = action is LedgerOperation.Add ? null : judged.Near.FirstOrDefault(near => sheet.NumberOf(near) == decision.Target);
        if (action is not LedgerOperation.Add && target is null)
        {
            decisions.Dropped.Add(DropReason.UnknownTarget);
            return;
        }

        decisions.Add(judged, new Decision(action, target, actor, Reason(action, decision.Reason)));
    }

    private static LedgerOperation? Action(string? action) => FieldText.Label(action, most: 10) switch
    {
        "add" => LedgerOperation.Add,
        "ignore" => LedgerOperation.Ignore,
        "update" => LedgerOperation.Update,
        "end" => LedgerOperation.End,
        _ => null,
    };

    private static string Reason(LedgerOperation action, string? reason)
    {
        var words = action switch
        {
            LedgerOperation.Add => "judged to be new",
            LedgerOperation.Ignore => "judged to say what is known",
            LedgerOperation.Update => "judged to take the place of what was known",
            _ => "judged to end what was known",
        };
        return FieldText.Line(ShownText.Head(reason ?? string.Empty, JudgeLimits.Reason), JudgeLimits.Reason) is { } line ? $"{words}: {line}" : words;
    }
}
