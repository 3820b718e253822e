using System.Globalization;

namespace OMem.Evaluation;

/// <summary>The messages of a PersonaMem context as interactions. A session begins at each system message, a day after the one before.</summary>
internal static class PersonaMemTurns
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The turns among the first messages; ids end in the message's place.</summary>
    public static List<Interaction> Read(
        string conversation, IReadOnlyList<PersonaMemMessage> messages, int endIndex, bool withSystem, DropCounter drops)
    {
        var turns = new List<Interaction>();
        var session = 0;
        for (var i = 0; i < endIndex; i++)
        {
            var (role, text) = messages[i];
            session += IsSystem(messages[i]) ? 1 : 0;
            if (IsSystem(messages[i]) && !withSystem)
            {
                continue;
            }

            if (text.Length == 0)
            {
                drops.Add(DropCounter.EmptyTurns);
                continue;
            }

            turns.Add(new Interaction
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{conversation}/{i}"),
                Speaker = role switch { "assistant" => "assistant", "system" => "system", _ => "user" },
                Role = role switch { "assistant" => SpeakerRole.Assistant, "system" => SpeakerRole.System, _ => SpeakerRole.Person },
                Text = text,
                OccurredAt = Epoch.AddDays(session),
                Session = SessionId(conversation, session),
            });
        }

        return turns;
    }

    public static bool IsSystem(PersonaMemMessage message) => message.Role is "system";

    public static string SessionId(string conversation, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversation}/session-{number}");
}
