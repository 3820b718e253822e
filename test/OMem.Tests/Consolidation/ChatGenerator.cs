using CsCheck;

namespace OMem.Tests.Consolidation;

/// <summary>Random chats made of statements that add, repeat, contradict and end things.</summary>
internal static class ChatGenerator
{
    private static readonly string[] Things = ["jazz", "coffee", "hiking in the hills", "old films", "spicy food", "chess", "dogs"];

    private static readonly string[] Places = ["Oslo", "Bergen", "Rome", "Lisbon", "Porto"];

    private static readonly string[] Jobs = ["nurse", "teacher", "chef", "pilot"];

    private static readonly string[] Others =
    [
        "I have a dog.", "My dog is called Rex.", "My sister Anna loves jazz.", "My sister lives in Rome.", "I quit my job.", "I run every morning.",
        "I stopped running.", "I'm vegan.", "I'm not vegan anymore.", "I went to the beach yesterday.", "I went to the beach on 3 May.",
        "I didn't go to the party.", "I went to the party.", "I want to learn Italian.", "Sorry, I meant Lisbon.", "Nice, see you!", "Do you like jazz?",
        "I'm going to run a marathon next month.", "I ran a marathon last week.", "", "\uD83D", "😀😀", "My favourite colour is green.", "My favourite colour is blue.",
    ];

    public static readonly Gen<(string Text, int Day, bool IsBob)> Message = Gen.Select(
        Gen.OneOf(
            Gen.Select(Pick("I love {0}.", "I like {0}.", "I hate {0}.", "I don't like {0} anymore.", "I no longer enjoy {0}.", "I used to love {0}."), Pick(Things), Fill),
            Gen.Select(Pick("I live in {0}.", "I moved to {0}.", "I used to live in {0}.", "I no longer live in {0}.", "I'm moving to {0} next month."), Pick(Places), Fill),
            Gen.Select(Pick("I'm a {0}.", "I became a {0}.", "I'm not a {0}.", "I used to be a {0}."), Pick(Jobs), Fill),
            Pick(Others)),
        Gen.Int[0, 400],
        Gen.Int[0, 5],
        (text, day, speaker) => (text, day, speaker == 0));

    public static readonly Gen<(string Text, int Day, bool IsBob)[]> Messages = Message.Array[1, 40];

    public static Chat ToChat(IEnumerable<(string Text, int Day, bool IsBob)> messages)
    {
        var chat = new Chat();
        foreach (var (text, day, isBob) in messages)
        {
            chat.Say(text, day, isBob ? "Bob" : "Alice");
        }

        return chat;
    }

    private static Gen<string> Pick(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static string Fill(string form, string word) => form.Replace("{0}", word, StringComparison.Ordinal);
}
