using OMem.Understanding.Grammar;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Attributes;

/// <summary>Partings said without a verb of the speaker's: "no more paper books", "instead of a motorbike", "my internship is over", "Mark and I broke up".</summary>
internal static class PartingMentions
{
    private const int LongestName = 6;

    /// <summary>Adds a draft for each, with the words it rests on.</summary>
    public static void Read(Sentence sentence, string speaker, Action<AttributeDraft, Phrase> add)
    {
        if (sentence.IsQuestion || !IsAsserted(sentence))
        {
            return;
        }

        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (Parted(sentence, i) is { IsEmpty: false } phrase && Values.Bare(phrase) is var value && Values.Names(value))
            {
                add(Draft(speaker, value), phrase);
                AddPlace(speaker, value, add);
            }
        }
    }

    /// <summary>Nothing imagined, reported or said of somebody else.</summary>
    private static bool IsAsserted(Sentence sentence)
    {
        var hasSpeaker = false;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (Openings.LinkOf(sentence, i) is ClauseLink.Hypothetical || Matrices.IsSpeech(sentence.At(i)) || sentence.At(i) is "would" or "wish" or "hope" or "might" or "could" or "should" or "will" or "never")
            {
                return false;
            }

            hasSpeaker |= sentence.At(i) is "i" or "my" or "we" or "our" or "me";
        }

        return hasSpeaker;
    }

    private static Phrase Parted(Sentence sentence, int i) => sentence.At(i) switch
    {
        "instead" when sentence.At(i + 1) is "of" && !VerbForms.IsGerund(sentence.At(i + 2)) => After(sentence, i + 2),
        "no" when sentence.At(i + 1) is "more" => After(sentence, i + 2),
        "no" when sentence.At(i + 1) is "longer" && sentence.At(i + 2) is "a" or "an" or "the" => After(sentence, i + 3),
        "not" when sentence.GapAt(i) is Gap.Comma && Says(sentence, "now", i) && !VerbForms.IsBase(sentence.At(i + 1)) => After(sentence, i + 1),
        "over" or "finished" or "history" when sentence.At(i - 1) is "is" && sentence.At(sentence.First) is "my" or "our" && i + 1 == sentence.End || EndsHere(sentence, i + 1) && sentence.At(i - 1) is "is" && sentence.At(sentence.First) is "my" or "our"
            => Before(sentence, i - 1),
        "up" when sentence.At(i - 1) is "broke" or "split" && sentence.At(i - 2) is "i" && sentence.At(i - 3) is "and" && i - 4 >= sentence.First => new Phrase(sentence, i - 4, i - 3),
        _ => default,
    };

    private static bool EndsHere(Sentence sentence, int at) => at >= sentence.End || sentence.GapAt(at) != Gap.None || sentence.At(at) is "now" or "and" or "so" or "but";

    private static bool Says(Sentence sentence, string word, int before)
    {
        for (var i = sentence.First; i < before; i++)
        {
            if (sentence.At(i) == word)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words up to the next comma, link or preposition.</summary>
    private static Phrase After(Sentence sentence, int first)
    {
        var end = first;
        while (end < sentence.End && end - first < LongestName && (end == first || sentence.GapAt(end) == Gap.None)
            && Openings.LinkOf(sentence, end) is null && sentence.At(end) is not ("for" or "in" or "at" or "with" or "to" or "now" or "i" or "we" or "from" or "on"))
        {
            end++;
        }

        return new Phrase(sentence, first, end);
    }

    /// <summary>"my internship at Deloitte" before its verb.</summary>
    private static Phrase Before(Sentence sentence, int verb) =>
        verb - sentence.First is > 1 and <= LongestName ? new Phrase(sentence, sentence.First + 1, verb) : default;

    /// <summary>"my internship at Deloitte" is over: so is Deloitte.</summary>
    private static void AddPlace(string speaker, Phrase value, Action<AttributeDraft, Phrase> add)
    {
        for (var i = value.First + 1; i + 1 < value.End; i++)
        {
            if (value.Sentence.At(i) is "at" or "with" && value.Sentence.IsNameAt(i + 1))
            {
                add(Draft(speaker, value with { First = i + 1 }), value);
                return;
            }
        }
    }

    private static AttributeDraft Draft(string speaker, Phrase value) => new()
    {
        Aspect = AttributeWords.AnyAspect,
        Value = value.Written,
        Text = $"{speaker} parted with {ThirdPerson.Turn(value)}",
        Tense = Tense.Ended,
        EndsOnly = true,
        Confidence = 0.6,
    };
}
