using OMem.Text;

namespace OMem.Understanding.Told;

/// <summary>The people a message of another source can mean: those who spoke just before it, and the user of the scope.</summary>
/// <param name="User">Who "the user" is: the person who spoke last, else the one the scope names.</param>
/// <param name="Names">Names in lower-case words, with the spelling each is filed under; null for as it is written.</param>
internal sealed record ToldPeople(string User, IReadOnlyList<(string[] Words, string? Name)> Names)
{
    /// <summary>The people around a message.</summary>
    public static ToldPeople Of(MemoryScope scope, IReadOnlyList<StoredInteraction> known, int index)
    {
        var first = Math.Max(0, index - ReadingWindow.Length);
        var speakers = new List<string>();
        for (var i = index - 1; i >= first; i--)
        {
            if (known[i].Interaction.Role is SpeakerRole.Person && !speakers.Contains(known[i].Interaction.Speaker, StringComparer.Ordinal))
            {
                speakers.Add(known[i].Interaction.Speaker);
            }
        }

        var user = speakers.Count > 0 ? speakers[0] : scope.User;
        var names = speakers.ConvertAll(static name => (Words(name), (string?)name));
        if (!speakers.Contains(scope.User, StringComparer.OrdinalIgnoreCase))
        {
            names.Add((Words(scope.User), null));
        }

        return new ToldPeople(user, [.. names.Where(static person => person.Item1.Length > 0)]);
    }

    private static string[] Words(string name) => [.. Tokenizer.Tokenize(name).Select(static token => token.Text)];
}
