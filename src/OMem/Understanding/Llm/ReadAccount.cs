namespace OMem.Understanding.Llm;

/// <summary>
/// Which messages an answer accounts for. JSON that is cut short and closed, or that passes over messages, cannot be told from an answer about
/// small talk by its form: so every message has to be named, with the number of entries about it.
/// </summary>
/// <param name="Missing">Places of messages that are not named, in order.</param>
/// <param name="Short">Places of messages about which there is less than the answer says, in order.</param>
internal sealed record ReadAccount(IReadOnlyList<int> Missing, IReadOnlyList<int> Short)
{
    /// <summary>Everything is there.</summary>
    public static ReadAccount Complete { get; } = new([], []);

    /// <summary>The account of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="messages">How many messages were asked about.</param>
    public static ReadAccount Of(ReadAnswer answer, int messages)
    {
        var given = new int[messages];
        Count(given, (answer.Topics ?? []).Select(static topic => topic?.Message));
        Count(given, (answer.Attributes ?? []).Select(static attribute => attribute?.Message));
        Count(given, (answer.Facts ?? []).Select(static fact => fact?.Message));
        var said = new int?[messages];
        foreach (var entry in answer.Read ?? [])
        {
            if (entry?.Message is { } number && number >= 1 && number <= messages)
            {
                said[number - 1] = Math.Max(said[number - 1] ?? 0, entry.Items ?? 0);
            }
        }

        // With one message there is no doubt which one an entry is about.
        var isKnown = messages == 1 && given[0] > 0;
        var places = Enumerable.Range(0, messages).ToList();
        return new ReadAccount(places.FindAll(place => said[place] is null && !isKnown), places.FindAll(place => said[place] > given[place]));
    }

    private static void Count(int[] given, IEnumerable<int?> numbers)
    {
        foreach (var number in numbers)
        {
            if (number >= 1 && number <= given.Length)
            {
                given[number.Value - 1]++;
            }
        }
    }
}
