namespace OMem.Evaluation;

/// <summary>
/// The Porter stemmer as NLTK's default mode (<c>NLTK_EXTENSIONS</c>) has it, which LoCoMo's scores are computed with. It differs from
/// the engine's: irregular forms, "-ies" and "-ied" of four letters, "y" after any consonant, "-alli" and "-fulli", short words of vowel and consonant.
/// </summary>
internal static class NltkPorterStemmer
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["sky"] = "sky", ["skies"] = "sky", ["dying"] = "die", ["lying"] = "lie", ["tying"] = "tie", ["news"] = "news",
        ["innings"] = "inning", ["inning"] = "inning", ["outings"] = "outing", ["outing"] = "outing",
        ["cannings"] = "canning", ["canning"] = "canning", ["howe"] = "howe",
        ["proceed"] = "proceed", ["exceed"] = "exceed", ["succeed"] = "succeed",
    };

    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("fulli", "ful"),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Step4 =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize",
    ];

    /// <summary>The stem of a lower-case word; whatever is not a vowel counts as a consonant, digits too.</summary>
    public static string Stem(string word)
    {
        if (Irregular.TryGetValue(word, out var known))
        {
            return known;
        }

        return word.Length <= 2 ? word : DropFinalL(DropFinalE(DropLast(ReplaceThird(ReplaceSecond(FinalY(PastAndGerund(Plural(word))))))));
    }

    private static string Plural(string word) => word switch
    {
        _ when Ends(word, "ies") => word.Length == 4 ? word[..^1] : word[..^2],
        _ when Ends(word, "sses") => word[..^2],
        _ when Ends(word, "ss") => word,
        _ when Ends(word, "s") => word[..^1],
        _ => word,
    };

    private static string PastAndGerund(string word)
    {
        if (Ends(word, "ied"))
        {
            return word.Length == 4 ? word[..^1] : word[..^2];
        }

        if (Ends(word, "eed"))
        {
            return PorterShape.Measure(word[..^3]) > 0 ? word[..^1] : word;
        }

        var stem = Ends(word, "ed") ? word[..^2] : Ends(word, "ing") ? word[..^3] : null;
        if (stem is null || !PorterShape.HasVowel(stem))
        {
            return word;
        }

        if (Ends(stem, "at") || Ends(stem, "bl") || Ends(stem, "iz"))
        {
            return stem + "e";
        }

        if (PorterShape.EndsInDoubleConsonant(stem))
        {
            return stem[^1] is 'l' or 's' or 'z' ? stem : stem[..^1];
        }

        return PorterShape.Measure(stem) == 1 && PorterShape.EndsInShortSyllable(stem) ? stem + "e" : stem;
    }

    private static string FinalY(string word) =>
        Ends(word, "y") && word.Length > 2 && PorterShape.IsConsonant(word, word.Length - 2) ? word[..^1] + "i" : word;

    private static string ReplaceSecond(string word)
    {
        if (Ends(word, "alli") && PorterShape.Measure(word[..^4]) > 0)
        {
            return ReplaceSecond(word[..^2]);
        }

        // The l belongs to the stem here, so that "geologi" and "theologi" are alike.
        return Ends(word, "logi") ? (PorterShape.Measure(word[..^3]) > 0 ? word[..^1] : word) : Replace(word, Step2);
    }

    private static string ReplaceThird(string word) => Replace(word, Step3);

    private static string Replace(string word, (string Suffix, string Replacement)[] rules)
    {
        foreach (var (suffix, replacement) in rules)
        {
            if (Ends(word, suffix))
            {
                var stem = word[..^suffix.Length];
                return PorterShape.Measure(stem) > 0 ? stem + replacement : word;
            }
        }

        return word;
    }

    private static string DropLast(string word)
    {
        foreach (var suffix in Step4)
        {
            if (Ends(word, suffix))
            {
                var stem = word[..^suffix.Length];
                var fits = PorterShape.Measure(stem) > 1 && (suffix is not "ion" || stem[^1] is 's' or 't');
                return fits ? stem : word;
            }
        }

        return word;
    }

    private static string DropFinalE(string word)
    {
        if (!Ends(word, "e"))
        {
            return word;
        }

        var stem = word[..^1];
        var measure = PorterShape.Measure(stem);
        return measure > 1 || (measure == 1 && !PorterShape.EndsInShortSyllable(stem)) ? stem : word;
    }

    private static string DropFinalL(string word) => Ends(word, "ll") && PorterShape.Measure(word[..^1]) > 1 ? word[..^1] : word;

    private static bool Ends(string word, string suffix) => word.EndsWith(suffix, StringComparison.Ordinal);
}
