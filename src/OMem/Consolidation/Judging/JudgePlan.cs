namespace OMem.Consolidation.Judging;

/// <summary>Divides statements into calls. The same statements give the same calls.</summary>
internal static class JudgePlan
{
    /// <summary>Calls in order; each statement is in exactly one.</summary>
    /// <param name="cases">The statements.</param>
    /// <param name="fixedTokens">Tokens of the instructions.</param>
    /// <param name="mostTokens">The most prompt tokens a call; a statement that needs more stands alone.</param>
    public static List<IReadOnlyList<JudgeCase>> Of(IReadOnlyList<JudgeCase> cases, int fixedTokens, int mostTokens)
    {
        var plan = new List<IReadOnlyList<JudgeCase>>();
        var call = new List<JudgeCase>();
        var shown = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var tokens = fixedTokens;
        foreach (var judged in cases)
        {
            var more = Tokens(judged, shown);
            if (call.Count > 0 && tokens + more > mostTokens)
            {
                plan.Add(call);
                (call, tokens) = ([], fixedTokens);
                shown.Clear();
                more = Tokens(judged, shown);
            }

            call.Add(judged);
            tokens += more;
            Show(judged, shown);
        }

        if (call.Count > 0)
        {
            plan.Add(call);
        }

        return plan;
    }

    /// <summary>Notes what a statement brings into a call.</summary>
    public static void Show(JudgeCase judged, HashSet<object> shown) =>
        shown.UnionWith(judged.Near.Select(static near => (object?)near.Item ?? near.Peer!).Append(judged));

    /// <summary>Estimated tokens that a statement adds beside what is shown already.</summary>
    public static int Tokens(JudgeCase judged, HashSet<object> shown) =>
        JudgePrompt.Tokens(judged.Text, judged.Label) + judged.Near.Sum(near =>
            near.Item is { Item: var item } ? (shown.Contains(near.Item) ? 1 : JudgePrompt.Tokens(item.Text, item.Aspect ?? JudgeCase.Event))
            : shown.Contains(near.Peer!) ? 1 : JudgePrompt.Tokens(near.Peer!.Text, near.Peer.Label));
}
