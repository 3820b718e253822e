using System.Collections.Frozen;

namespace OMem.Text;

/// <summary>Words that tell what a capitalised name is, or that a capital is no name.</summary>
internal static class NameWords
{
    private static readonly FrozenSet<string> Openers = Set(
        """
        hey hi hello thanks thank wow yeah yep yes yup no nope oh ok okay well great awesome cool nice sure please sorry congrats
        congratulations good glad happy love absolutely definitely totally actually anyway anyways also still maybe btw omg lol haha
        welcome bye goodbye amazing exactly right true fine dear god gosh hmm ah aww woah woohoo yay
        """);

    private static readonly FrozenSet<string> Titles = Set(
        "mr mrs ms miss dr doctor prof professor sir aunt auntie uncle grandma grandpa granny captain coach officer judge saint st");

    private static readonly FrozenSet<string> BeforePerson = Set(
        """
        sister brother mother mom mum father dad son daughter wife husband partner friend friends boyfriend girlfriend fiance fiancee cousin
        niece nephew neighbor neighbour colleague coworker boss teammate roommate teacher student dog cat puppy kitten pup
        named called hey hi hello thanks dear with met meet and
        """);

    private static readonly FrozenSet<string> AfterPerson = Set(
        "said says told tells asked asks thinks thought loves loved likes liked wants wanted is was has had and will can went");

    private static readonly FrozenSet<string> BeforePlace = Set(
        "in at near around across visit visited visiting explore explored exploring toward towards via outside inside");

    private static readonly FrozenSet<string> Motion = Set(
        """
        go goes going went gone move moves moved moving travel travels traveled travelled traveling travelling fly flew flying drive drove
        driving trip trips back flight flights come comes came coming road roadtrip relocate relocated relocating head headed heading return returned
        """);

    private static readonly FrozenSet<string> PlaceEndings = Set(
        """
        street avenue road square park beach city town village lake river mountain mountains island islands bay valley canyon university
        college school museum cafe café restaurant hospital library station airport theater theatre stadium hotel church county bridge forest
        """);

    private static readonly FrozenSet<string> Connectors = Set("of the de da di del la le van von der bin al y and");

    /// <summary>Whether the word starts sentences and greetings rather than names.</summary>
    public static bool IsOpener(string word) => Openers.Contains(word);

    /// <summary>Whether the capital comes from English spelling, not from a name: I, days, months.</summary>
    public static bool IsCapitalByRule(string word) =>
        StopWords.IsStopWord(word) || StopWords.IsQuestionWord(word) || (TimeWords.IsTimeWord(word) && word is not ("april" or "june" or "august")) || TimeWords.IsNumber(word);

    /// <summary>Whether the word may stand in lower case inside a name ("Bank of America").</summary>
    public static bool IsConnector(string word) => Connectors.Contains(word) && word is not "and";

    /// <summary>Whether a title precedes a person's name.</summary>
    public static bool IsTitle(string word) => Titles.Contains(word);

    /// <summary>Whether the word before speaks for a person.</summary>
    public static bool AnnouncesPerson(string word) => BeforePerson.Contains(word) || Titles.Contains(word);

    /// <summary>Whether the word after speaks for a person.</summary>
    public static bool FollowsPerson(string word) => AfterPerson.Contains(word);

    /// <summary>Whether the words before speak for a place ("in", "moved to").</summary>
    public static bool AnnouncesPlace(string before, string word) =>
        BeforePlace.Contains(word) || (word is "to" or "from" or "through" && Motion.Contains(before));

    /// <summary>Whether a name that ends so is a place.</summary>
    public static bool EndsPlace(string word) => PlaceEndings.Contains(word);

    private static FrozenSet<string> Set(string list) =>
        list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
