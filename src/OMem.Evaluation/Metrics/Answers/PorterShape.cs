namespace OMem.Evaluation;

/// <summary>What Porter's rules ask about a stem: consonants, vowels, measure, short syllables.</summary>
internal static class PorterShape
{
    /// <summary>Whether a letter is a consonant: "y" is one at the start and after a vowel.</summary>
    public static bool IsConsonant(string word, int index) => word[index] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => index == 0 || !IsConsonant(word, index - 1),
        _ => true,
    };

    /// <summary>How often a run of consonants follows a run of vowels.</summary>
    public static int Measure(string stem)
    {
        var measure = 0;
        var afterVowel = false;
        for (var i = 0; i < stem.Length; i++)
        {
            var consonant = IsConsonant(stem, i);
            measure += consonant && afterVowel ? 1 : 0;
            afterVowel = !consonant;
        }

        return measure;
    }

    /// <summary>Whether the stem has a vowel.</summary>
    public static bool HasVowel(string stem)
    {
        for (var i = 0; i < stem.Length; i++)
        {
            if (!IsConsonant(stem, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the word ends in one consonant twice.</summary>
    public static bool EndsInDoubleConsonant(string word) =>
        word.Length >= 2 && word[^1] == word[^2] && IsConsonant(word, word.Length - 1);

    /// <summary>Consonant, vowel, consonant other than w, x and y at the end; NLTK also takes a whole word of vowel and consonant.</summary>
    public static bool EndsInShortSyllable(string word)
    {
        var last = word.Length - 1;
        return last switch
        {
            >= 2 => IsConsonant(word, last) && !IsConsonant(word, last - 1) && IsConsonant(word, last - 2) && word[last] is not ('w' or 'x' or 'y'),
            1 => !IsConsonant(word, 0) && IsConsonant(word, 1),
            _ => false,
        };
    }
}
