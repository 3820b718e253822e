using System.Globalization;

namespace OMem.Evaluation;

/// <summary>Reads one conversation of the LoCoMo layout.</summary>
internal static class LoCoMoConversation
{
    private const string SessionPrefix = "session_";
    private const string TimeSuffix = "_date_time";

    public static EvaluationConversation Read(JsonCursor sample, string fallbackId, DropCounter drops)
    {
        var (id, turns, turnIds) = ReadTurns(sample, fallbackId, drops);
        var questions = sample.TryGet("qa") is { } qa ? LoCoMoQuestions.Read(qa, id, turnIds, drops) : [];
        return new EvaluationConversation(id, turns, questions);
    }

    /// <summary>The turns, and the id of each by its normalised dialogue id.</summary>
    public static (string Id, List<Interaction> Turns, IReadOnlyDictionary<string, string> TurnIds) ReadTurns(
        JsonCursor sample, string fallbackId, DropCounter drops)
    {
        var id = sample.TryGet("sample_id") is { } given ? LoCoMoText.Scalar(given) : fallbackId;
        var body = sample.Get("conversation");
        var turns = new List<Interaction>();
        var byDialogueId = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (number, session) in Sessions(body, drops))
        {
            var time = LoCoMoText.Time(body.Get(SessionKey(number) + TimeSuffix));
            foreach (var turn in session.Items())
            {
                AddTurn(turn, id, $"{id}/{SessionKey(number)}", time, turns, byDialogueId, drops);
            }
        }

        return (id, turns, byDialogueId);
    }

    private static void AddTurn(
        JsonCursor turn,
        string conversation,
        string session,
        DateTimeOffset time,
        List<Interaction> turns,
        Dictionary<string, string> byDialogueId,
        DropCounter drops)
    {
        var dialogueId = turn.Get("dia_id").Text().Trim();
        var key = LoCoMoEvidence.Normalise(dialogueId) ?? dialogueId;
        var text = turn.Get("text").Text();
        var caption = turn.TryGet("blip_caption")?.Text();
        if (text.Length == 0 && string.IsNullOrWhiteSpace(caption))
        {
            drops.Add(DropCounter.EmptyTurns);
            return;
        }

        var id = $"{conversation}/{dialogueId}";
        if (!byDialogueId.TryAdd(key, id))
        {
            throw turn.Fault($"has a dia_id that another turn of the conversation has too ('{dialogueId}')");
        }

        var interaction = new Interaction
        {
            Id = id,
            Speaker = turn.Get("speaker").Text(),
            Text = text.Length == 0 ? $"[{caption}]" : text,
            OccurredAt = time,
            Session = session,
        };
        turns.Add(text.Length == 0 || string.IsNullOrWhiteSpace(caption)
            ? interaction
            : interaction with { Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [TurnText.CaptionKey] = caption } });
    }

    private static IEnumerable<(int Number, JsonCursor Session)> Sessions(JsonCursor body, DropCounter drops)
    {
        var sessions = new SortedDictionary<int, JsonCursor>();
        var times = new List<int>();
        foreach (var (name, value) in body.Properties())
        {
            if (!name.StartsWith(SessionPrefix, StringComparison.Ordinal))
            {
                continue;
            }

            var rest = name.AsSpan(SessionPrefix.Length);
            if (TryNumber(rest, out var number) && !value.IsNull)
            {
                sessions[number] = value;
            }
            else if (rest.EndsWith(TimeSuffix, StringComparison.Ordinal) && TryNumber(rest[..^TimeSuffix.Length], out number))
            {
                times.Add(number);
            }
        }

        foreach (var _ in times.Where(t => !sessions.ContainsKey(t)))
        {
            drops.Add(DropCounter.SessionTimesWithoutTurns);
        }

        return sessions.Select(s => (s.Key, s.Value));
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string SessionKey(int number) => string.Create(CultureInfo.InvariantCulture, $"{SessionPrefix}{number}");
}
