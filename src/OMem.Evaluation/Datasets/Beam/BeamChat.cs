using System.Globalization;

namespace OMem.Evaluation;

/// <summary>Reads the messages of one BEAM chat.</summary>
internal static class BeamChat
{
    private static readonly DateTimeOffset NoAnchor = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static List<Interaction> Read(JsonCursor root, string id, DropCounter drops, out IReadOnlyDictionary<int, string> turnIds)
    {
        var turns = new List<Interaction>();
        var ids = new Dictionary<int, string>();
        var anchor = FirstAnchor(root);
        if (anchor is null)
        {
            drops.Add(DropCounter.ChatsWithoutTimeAnchor);
        }

        var time = anchor ?? NoAnchor;
        var number = 0;
        foreach (var batch in root.Items())
        {
            number++;
            var session = string.Create(CultureInfo.InvariantCulture, $"{id}/batch-{batch.TryGet("batch_number")?.Integer() ?? number}");
            time = Anchor(batch) ?? time;
            foreach (var message in batch.Get("turns").Items().SelectMany(group => group.Items()))
            {
                time = Anchor(message) ?? time;
                Add(message, id, session, time, turns, ids, drops);
            }
        }

        turnIds = ids;
        return turns;
    }

    private static void Add(
        JsonCursor message, string chat, string session, DateTimeOffset time, List<Interaction> turns, Dictionary<int, string> ids, DropCounter drops)
    {
        var number = message.Get("id").Integer();
        var role = Role(message.Get("role"));
        var text = message.Get("content").Text();
        if (text.Length == 0)
        {
            drops.Add(DropCounter.EmptyTurns);
            return;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"{chat}/{number}");
        if (!ids.TryAdd(number, id))
        {
            throw message.Fault(string.Create(CultureInfo.InvariantCulture, $"has an id that another message has too ({number})"));
        }

        turns.Add(new Interaction
        {
            Id = id,
            Speaker = role is SpeakerRole.Assistant ? "assistant" : "user",
            Role = role,
            Text = text,
            OccurredAt = time,
            Session = session,
        });
    }

    private static SpeakerRole Role(JsonCursor role) => role.Text() switch
    {
        "user" => SpeakerRole.Person,
        "assistant" => SpeakerRole.Assistant,
        _ => throw role.Fault("must be 'user' or 'assistant'"),
    };

    private static DateTimeOffset? FirstAnchor(JsonCursor root) =>
        root.Items().Select(batch => Anchor(batch) ?? batch.Get("turns").Items().SelectMany(g => g.Items()).Select(Anchor).FirstOrDefault(a => a is not null))
            .FirstOrDefault(a => a is not null);

    private static DateTimeOffset? Anchor(JsonCursor holder)
    {
        if (holder.TryGet("time_anchor") is not { } cursor)
        {
            return null;
        }

        return DateTimeOffset.TryParseExact(
            cursor.Text(), "MMMM-d-yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw cursor.Fault("must be a date like 'March-15-2024'");
    }
}
