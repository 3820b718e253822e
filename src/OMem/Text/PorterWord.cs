namespace OMem.Text;

/// <summary>A word being stemmed: its letters, and the stem before the suffix that matched last.</summary>
internal ref struct PorterWord(Span<char> letters, int length)
{
    private readonly Span<char> _letters = letters;
    private int _stem;

    /// <summary>Letters in use.</summary>
    public int Length { get; private set; } = length;

    /// <summary>Whether the word ends in <paramref name="suffix"/>; if so the stem is what stands before it.</summary>
    public bool EndsWith(ReadOnlySpan<char> suffix)
    {
        if (!_letters[..Length].EndsWith(suffix, StringComparison.Ordinal))
        {
            return false;
        }

        _stem = Length - suffix.Length;
        return true;
    }

    /// <summary>Porter's m of the stem: how often a run of consonants follows a run of vowels.</summary>
    public readonly int Measure()
    {
        var measure = 0;
        var afterVowel = false;
        for (var i = 0; i < _stem; i++)
        {
            var consonant = IsConsonant(i);
            measure += consonant && afterVowel ? 1 : 0;
            afterVowel = !consonant;
        }

        return measure;
    }

    /// <summary>Whether the stem has a vowel.</summary>
    public readonly bool StemHasVowel()
    {
        for (var i = 0; i < _stem; i++)
        {
            if (!IsConsonant(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the word ends in a double consonant.</summary>
    public readonly bool EndsInDoubleConsonant() =>
        Length > 1 && _letters[Length - 1] == _letters[Length - 2] && IsConsonant(Length - 1);

    /// <summary>Whether the first <paramref name="length"/> letters end consonant, vowel, consonant, the last not w, x or y.</summary>
    public readonly bool EndsInShortSyllable(int length) =>
        length > 2 && IsConsonant(length - 1) && !IsConsonant(length - 2) && IsConsonant(length - 3)
        && _letters[length - 1] is not ('w' or 'x' or 'y');

    /// <summary>Whether the stem ends in a short syllable.</summary>
    public readonly bool StemEndsInShortSyllable() => EndsInShortSyllable(_stem);

    /// <summary>The letter <paramref name="back"/> places before the end of the stem (1: its last one), or '\0'.</summary>
    public readonly char StemLetter(int back) => _stem >= back ? _letters[_stem - back] : '\0';

    /// <summary>The last letter but <paramref name="back"/> of the word, or '\0'.</summary>
    public readonly char Letter(int back) => Length > back ? _letters[Length - 1 - back] : '\0';

    /// <summary>Puts <paramref name="suffix"/> behind the stem.</summary>
    public void Replace(ReadOnlySpan<char> suffix)
    {
        suffix.CopyTo(_letters[_stem..]);
        Length = _stem + suffix.Length;
    }

    /// <summary>Drops the last letter.</summary>
    public void DropLast() => Length--;

    private readonly bool IsConsonant(int index) => _letters[index] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => index == 0 || !IsConsonant(index - 1),
        _ => true,
    };
}
