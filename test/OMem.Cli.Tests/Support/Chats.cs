using System.Text;

namespace OMem.Cli.Tests.Support;

/// <summary>Small chats as JSON Lines.</summary>
internal static class Chats
{
    public const string Tea =
        """
        {"id":"m1","speaker":"Ana","text":"I moved to Lisbon last week.","occurredAt":"2024-05-01T18:30:00+01:00","session":"s1"}
        {"id":"m2","speaker":"Ben","text":"Lovely! How is the new kitchen?","occurredAt":"2024-05-01T18:31:00+01:00","session":"s1"}
        {"id":"m3","speaker":"Ana","text":"Tiny. I love jasmine tea, so all I need is a kettle.","occurredAt":"2024-05-01T18:32:00+01:00","session":"s1"}
        {"id":"m4","speaker":"Ben","text":"I'm a carpenter, let me build you a shelf.","occurredAt":"2024-05-08T09:00:00+01:00","session":"s2"}

        """;

    /// <summary>Lines that are all valid.</summary>
    public static string Lines(int count, int from = 0)
    {
        var text = new StringBuilder();
        for (var i = from; i < from + count; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $$"""{"id":"n{{i}}","speaker":"Ana","text":"Note number {{i}} about the harbour.","occurredAt":"2024-05-01T18:30:00Z"}""").Append('\n');
        }

        return text.ToString();
    }
}
