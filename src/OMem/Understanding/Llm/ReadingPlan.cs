namespace OMem.Understanding.Llm;

/// <summary>Divides interactions into calls. The same interactions give the same calls, and the calls do not grow with the memory.</summary>
internal static class ReadingPlan
{
    /// <summary>A message of the context is cut at this: it is there to be understood from, not to be read.</summary>
    private const int MostContextTokens = 100;

    /// <summary>The least that is left for a text, however long the instructions.</summary>
    private const int LeastTextTokens = 100;

    /// <summary>Calls in log order; each interaction is in exactly one.</summary>
    /// <param name="interactions">What to read.</param>
    /// <param name="before">What came before the first one, oldest first.</param>
    /// <param name="fixedTokens">Tokens of the instructions.</param>
    /// <param name="mostMessages">The most interactions a call.</param>
    /// <param name="mostTokens">The most prompt tokens a call.</param>
    public static List<ReadingChunk> Of(
        IReadOnlyList<StoredInteraction> interactions, IReadOnlyList<StoredInteraction> before, int fixedTokens, int mostMessages, int mostTokens)
    {
        var plan = new List<ReadingChunk>();
        var log = before.Concat(interactions).ToList();
        var room = Math.Max(LeastTextTokens, mostTokens - fixedTokens);
        for (var at = before.Count; at < log.Count;)
        {
            var context = Context(log, at, room / 4);
            var contextTokens = context.Sum(static stored => ReadPrompt.Tokens(stored, MostContextTokens));
            var tokens = contextTokens;
            var end = at;
            while (end < log.Count && end - at < mostMessages)
            {
                var next = ReadPrompt.Tokens(log[end], room);
                if (end > at && (tokens + next > room || log[end].Sequence != log[end - 1].Sequence + 1))
                {
                    break;
                }

                tokens += next;
                end++;
            }

            // A lone message that is too long is sent as far as there is room.
            var most = end - at == 1 ? Math.Max(LeastTextTokens, room - contextTokens - ReadPrompt.Tokens(log[at], 0)) : room;
            var chunk = log[at..end];
            plan.Add(new ReadingChunk(
                chunk, context, most, MostContextTokens, fixedTokens + contextTokens + chunk.Sum(stored => ReadPrompt.Tokens(stored, most))));
            at = end;
        }

        return plan;
    }

    /// <summary>The nearest messages before, as long as they take no more than a part of the room.</summary>
    private static List<StoredInteraction> Context(List<StoredInteraction> log, int at, int room)
    {
        var context = new List<StoredInteraction>(ReadingWindow.Length);
        for (var i = at - 1; i >= 0 && log[i].Sequence >= log[at].Sequence - ReadingWindow.Length; i--)
        {
            room -= ReadPrompt.Tokens(log[i], MostContextTokens);
            if (room < 0)
            {
                break;
            }

            context.Insert(0, log[i]);
        }

        return context;
    }
}
