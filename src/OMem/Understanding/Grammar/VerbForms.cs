using System.Buffers;
using System.Collections.Frozen;
using OMem.Understanding.Lexicon;

namespace OMem.Understanding.Grammar;

/// <summary>The forms of English verbs: irregular ones from a list, regular ones by their endings.</summary>
internal static class VerbForms
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly FrozenSet<string> Regular = WordSet.OfFile("regular-verbs");

    private static readonly (string Base, string[] Past, string[] Participle)[] Irregular = WordFile.Lines("irregular-verbs")
        .Select(WordFile.Split).Select(parts => (parts[0], parts[1].Split('/'), parts[2].Split('/'))).ToArray();

    private static readonly FrozenSet<string> Bases =
        Irregular.Select(verb => verb.Base).Concat(Regular).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Pasts = Map(verb => verb.Past);

    private static readonly FrozenDictionary<string, string> Participles = Map(verb => verb.Participle);

    /// <summary>Nouns and adjectives in -ed and -ing that are no verb forms after a subject.</summary>
    private static readonly FrozenSet<string> NoVerbs = WordSet.Of(
        """
        need seed weed feed speed breed red bed shed hundred sacred indeed embed
        morning evening something nothing anything everything during ceiling king ring thing string spring wing being sibling siblings
        """);

    /// <summary>Whether the word is the base form of a verb we know.</summary>
    public static bool IsBase(string word) => Bases.Contains(word);

    /// <summary>Whether the word is a past form for sure ("went", "moved").</summary>
    public static bool IsPast(string word) => Pasts.ContainsKey(word) || (EndsRegular(word, "ed") && Regular.Contains(FromEd(word)));

    /// <summary>Whether the word may stand after "have" ("gone", "moved", and any other word in -ed).</summary>
    public static bool IsParticiple(string word) => Participles.ContainsKey(word) || EndsRegular(word, "ed");

    /// <summary>Whether the word ends as a gerund does.</summary>
    public static bool IsGerund(string word) => EndsRegular(word, "ing");

    /// <summary>Whether the word is the third person singular of a verb we know ("loves").</summary>
    public static bool IsThirdPerson(string word) =>
        word is "has" or "does" or "is" || (word.Length > 3 && word[^1] == 's' && Bases.Contains(FromS(word)));

    /// <summary>The base of a past form or participle; the word itself when it has no such form.</summary>
    public static string BaseOfPast(string word) =>
        Pasts.TryGetValue(word, out var verb) || Participles.TryGetValue(word, out verb) ? verb
        : EndsRegular(word, "ed") ? FromEd(word) : word;

    /// <summary>The base of a gerund; the word itself when it is none.</summary>
    public static string BaseOfGerund(string word) => IsGerund(word) ? Strip(word[..^3]) : word;

    /// <summary>The base of a third-person form; the word itself when it is none.</summary>
    public static string BaseOfThirdPerson(string word) => word switch
    {
        "has" => "have",
        "does" => "do",
        "is" => "be",
        _ => IsThirdPerson(word) ? FromS(word) : word,
    };

    /// <summary>The third person singular of a base form ("love": "loves").</summary>
    public static string ThirdPerson(string verb) => verb switch
    {
        "be" or "am" or "are" => "is",
        "have" => "has",
        "do" => "does",
        "go" => "goes",
        _ when verb.EndsWith('s') || verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith("ch", StringComparison.Ordinal)
            || verb.EndsWith('x') || verb.EndsWith('z') => verb + "es",
        _ when verb.Length > 2 && verb[^1] == 'y' && !IsVowel(verb[^2]) => verb[..^1] + "ies",
        _ => verb + "s",
    };

    private static string FromS(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal) && Bases.Contains(word[..^3] + "y"))
        {
            return word[..^3] + "y";
        }

        return word.EndsWith("es", StringComparison.Ordinal) && !Bases.Contains(word[..^1]) ? word[..^2] : word[..^1];
    }

    private static string FromEd(string word) =>
        word.Length == 4 && word.EndsWith("ied", StringComparison.Ordinal) ? word[..^1]
        : word.EndsWith("ied", StringComparison.Ordinal) ? word[..^3] + "y" : Strip(word[..^2]);

    /// <summary>Undoes what an ending did to the base: a dropped e ("mov"), a doubled letter ("plann").</summary>
    private static string Strip(string stem)
    {
        if (Bases.Contains(stem))
        {
            return stem;
        }

        if (Bases.Contains(stem + "e"))
        {
            return stem + "e";
        }

        var isDoubled = stem.Length > 2 && stem[^1] == stem[^2];
        if (isDoubled && (Bases.Contains(stem[..^1]) || stem[^1] is not ('l' or 's' or 'z' or 'f')))
        {
            return stem[..^1];
        }

        // Unknown verbs: English spells no base in -v, -c, -u or -z alone, nor one in -l after a stop ("gamble", "juggle").
        return stem.Length > 2 && (stem[^1] is 'v' or 'c' or 'u' or 'z' && stem[^1] != stem[^2] || stem[^1] is 'l' && stem[^2] is 'b' or 'c' or 'd' or 'f' or 'g' or 'k' or 'p' or 't' or 'z') ? stem + "e" : stem;
    }

    private static bool EndsRegular(string word, string ending) =>
        word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal) && !NoVerbs.Contains(word)
        && word.AsSpan(0, word.Length - ending.Length).ContainsAny(Vowels);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static FrozenDictionary<string, string> Map(Func<(string Base, string[] Past, string[] Participle), string[]> forms)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var verb in Irregular)
        {
            foreach (var form in forms(verb))
            {
                map.TryAdd(form, verb.Base);
            }
        }

        return map.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
