using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace OMem.Text;

/// <summary>English words that say nothing about what a message is about. Lower case, as <see cref="Tokenizer"/> gives them.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Questions = Words("what when where who whom whose which how why");

    private static readonly FrozenSet<string> Function = Words(
        """
        a an the this that these those
        i me my mine myself we us our ours ourselves you your yours yourself yourselves
        he him his himself she her hers herself it its itself they them their theirs themselves
        am is are was were be been being do does did doing done have has had having
        will would shall should can could may might must
        and or but nor if then than so because as while until though although
        of at by for with about against between into through during before after above below to from up down in out on off over under
        again further once here there all any both each few more most other some such no not only own same too very just also
        now ever never yes
        isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't shan't shouldn't can't cannot couldn't mightn't mustn't
        i'm you're we're they're i've you've we've they've i'll you'll he'll she'll it'll we'll they'll i'd you'd he'd she'd we'd they'd
        let that'll there'll
        isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt wont wouldnt shouldnt cant couldnt mustnt
        im youre theyre ive youve weve theyve youll theyll itll youd theyd hes shes thats theres whats lets
        """);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Instances =
        Questions.Concat(Function).ToFrozenDictionary(word => word, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the word carries no content. Question words are apart.</summary>
    public static bool IsStopWord(string token) => Function.Contains(token);

    /// <summary>Whether it is one of what, when, where, who, whom, whose, which, how, why.</summary>
    public static bool IsQuestionWord(string token) => Questions.Contains(token);

    /// <summary>Gives the shared instance of a stop or question word, so that no string is made for it.</summary>
    public static bool TryGetInstance(ReadOnlySpan<char> word, [NotNullWhen(true)] out string? instance) =>
        Instances.TryGetValue(word, out instance);

    private static FrozenSet<string> Words(string list) =>
        list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
