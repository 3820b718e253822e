using System.Globalization;

namespace OMem.Evaluation;

/// <summary>
/// Reads LoCoMo-Plus (arXiv 2602.10715): item i is put into filler conversation i mod n as a session of its own, its time gap before the
/// trigger, and the trigger is said a day after the last session.
/// </summary>
internal static class LoCoMoPlusAnswers
{
    private static readonly TimeSpan TriggerDelay = TimeSpan.FromDays(1);

    public static async Task<AnswerDataset> ReadAsync(string path, string filler, CancellationToken cancellationToken)
    {
        var files = new DatasetFiles(path);
        var drops = new DropCounter();
        var fillers = await LoCoMoReader.ReadAsync(filler, cancellationToken).ConfigureAwait(false);
        var conversations = new List<AnswerConversation>();
        var place = 0;
        foreach (var file in files.List("*.json"))
        {
            var name = files.Name(file);
            using var document = JsonCursor.Parse(await files.ReadAsync(file, cancellationToken).ConfigureAwait(false), name);
            foreach (var item in new JsonCursor(document.RootElement, name).Items())
            {
                var conversation = fillers.Conversations[place % fillers.Conversations.Count];
                if (Read(item, place++, conversation, drops) is { } made)
                {
                    conversations.Add(made);
                }
            }
        }

        return conversations.Count == 0
            ? throw new InvalidDatasetException(path, "holds no item")
            : new AnswerDataset
            {
                Name = AnswerDatasetReader.LoCoMoPlus,
                Kind = AnswerKindOfSet.Reply,
                Conversations = conversations,
                Dropped = drops.ToDictionary(),
                Hash = files.Hash,
                Reading = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["filler"] = string.Create(CultureInfo.InvariantCulture, $"SHA-256 {fillers.Hash}, item i in conversation i mod {fillers.Conversations.Count}"),
                    ["captions"] = "kept, in brackets after the text",
                },
            };
    }

    private static AnswerConversation? Read(JsonCursor item, int place, EvaluationConversation filler, DropCounter drops)
    {
        var number = item.TryGet("source_index")?.Integer() ?? place;
        var id = string.Create(CultureInfo.InvariantCulture, $"plus-{number}");
        var gap = item.Get("time_gap").Text();
        var cue = item.Get("cue_dialogue").Text();
        var trigger = item.Get("trigger_query").Text();
        if (filler.Interactions.Count == 0)
        {
            throw item.Fault("falls on a filler conversation without turns");
        }

        var askedAt = filler.Interactions[^1].OccurredAt + TriggerDelay;
        if (TimeGap.Before(askedAt, gap) is not { } saidAt)
        {
            drops.Add(DropCounter.UnparsedTimeGaps);
            return null;
        }

        var speakers = filler.Interactions.Select(turn => turn.Speaker).Distinct(StringComparer.Ordinal).ToList();
        var said = Cue(cue, id, speakers, saidAt, item);
        var before = filler.Interactions.TakeWhile(turn => turn.OccurredAt <= saidAt).Count();
        var turns = filler.Interactions.Take(before).Concat(said).Concat(filler.Interactions.Skip(before)).ToList();
        return new AnswerConversation(id, turns,
        [
            new AnswerQuestion
            {
                Id = $"{id}/trigger",
                Text = WithoutSpeaker(trigger),
                Category = item.Get("relation_type").Text(),
                Position = turns.Count,
                AskedAt = askedAt,
                Gold = cue,
                Evidence = [.. said.Select(turn => turn.Id)],
            },
        ]);
    }

    private static List<Interaction> Cue(string dialogue, string id, List<string> speakers, DateTimeOffset time, JsonCursor item)
    {
        var turns = new List<Interaction>();
        foreach (var line in dialogue.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            turns.Add(new Interaction
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{id}/cue-{turns.Count + 1}"),
                Speaker = line.StartsWith("B:", StringComparison.Ordinal) ? speakers[^1] : speakers[0],
                Text = WithoutSpeaker(line),
                OccurredAt = time,
                Session = $"{id}/cue",
            });
        }

        return turns.Count == 0 ? throw item.Fault("has an empty cue_dialogue") : turns;
    }

    private static string WithoutSpeaker(string line) =>
        line is ['A' or 'B', ':', ..] && line.AsSpan(2).Trim().Length > 0 ? line[2..].Trim() : line;
}
