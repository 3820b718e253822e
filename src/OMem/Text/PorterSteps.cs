namespace OMem.Text;

/// <summary>The five steps of the Porter stemmer, named as in the paper.</summary>
internal static class PorterSteps
{
    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"),
        ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
        ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
        ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    // Of suffixes that end alike the longest stands first: the first match decides, whether or not it is replaced.
    private static readonly string[] Step4 =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti",
        "ous", "ive", "ize",
    ];

    /// <summary>Runs all steps.</summary>
    public static void Run(ref PorterWord word)
    {
        Plurals(ref word);
        PastAndGerund(ref word);
        FinalY(ref word);
        ReplaceFirst(ref word, Step2);
        ReplaceFirst(ref word, Step3);
        DropFirst(ref word);
        Tidy(ref word);
    }

    /// <summary>Step 1a.</summary>
    private static void Plurals(ref PorterWord word)
    {
        if (word.Letter(0) != 's')
        {
            return;
        }

        if (word.EndsWith("sses"))
        {
            word.Replace("ss");
        }
        else if (word.EndsWith("ies"))
        {
            word.Replace("i");
        }
        else if (word.Letter(1) != 's')
        {
            word.DropLast();
        }
    }

    /// <summary>Step 1b.</summary>
    private static void PastAndGerund(ref PorterWord word)
    {
        if (word.EndsWith("eed"))
        {
            if (word.Measure() > 0)
            {
                word.DropLast();
            }

            return;
        }

        if ((!word.EndsWith("ed") && !word.EndsWith("ing")) || !word.StemHasVowel())
        {
            return;
        }

        word.Replace("");
        if (word.EndsWith("at") || word.EndsWith("bl") || word.EndsWith("iz"))
        {
            AppendE(ref word);
        }
        else if (word.EndsInDoubleConsonant())
        {
            if (word.Letter(0) is not ('l' or 's' or 'z'))
            {
                word.DropLast();
            }
        }
        else if (word.EndsWith("") && word.Measure() == 1 && word.StemEndsInShortSyllable())
        {
            AppendE(ref word);
        }
    }

    private static void AppendE(ref PorterWord word)
    {
        _ = word.EndsWith("");
        word.Replace("e");
    }

    /// <summary>Step 1c.</summary>
    private static void FinalY(ref PorterWord word)
    {
        if (word.EndsWith("y") && word.StemHasVowel())
        {
            word.Replace("i");
        }
    }

    /// <summary>Steps 2 and 3.</summary>
    private static void ReplaceFirst(ref PorterWord word, (string Suffix, string Replacement)[] rules)
    {
        foreach (var (suffix, replacement) in rules)
        {
            if (word.EndsWith(suffix))
            {
                if (word.Measure() > 0)
                {
                    word.Replace(replacement);
                }

                return;
            }
        }
    }

    /// <summary>Step 4.</summary>
    private static void DropFirst(ref PorterWord word)
    {
        foreach (var suffix in Step4)
        {
            if (!word.EndsWith(suffix) || (suffix is "ion" && word.StemLetter(1) is not ('s' or 't')))
            {
                continue;
            }

            if (word.Measure() > 1)
            {
                word.Replace("");
            }

            return;
        }
    }

    /// <summary>Step 5.</summary>
    private static void Tidy(ref PorterWord word)
    {
        if (word.EndsWith("e"))
        {
            var measure = word.Measure();
            if (measure > 1 || (measure == 1 && !word.StemEndsInShortSyllable()))
            {
                word.DropLast();
            }
        }

        if (word.Letter(0) == 'l' && word.EndsInDoubleConsonant() && word.EndsWith("l") && word.Measure() > 1)
        {
            word.DropLast();
        }
    }
}
