using OMem.Understanding.Grammar;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Attributes;

/// <summary>Favourites named first: "Coconut ice cream is one of my favourites", "Green is my favourite colour", "Pottery is my passion".</summary>
internal static class FavouriteMentions
{
    private const int LongestName = 6;

    /// <summary>Adds a draft for each, with the words it rests on.</summary>
    public static void Read(Sentence sentence, string speaker, Action<AttributeDraft, Phrase> add)
    {
        if (sentence.IsQuestion)
        {
            return;
        }

        for (var i = sentence.First + 1; i < sentence.End; i++)
        {
            // "Blue has always been my favourite colour."
            var been = sentence.At(i) is "has" or "have" ? sentence.At(i + 1) is "been" ? i + 2 : sentence.At(i + 1) is "always" or "long" && sentence.At(i + 2) is "been" ? i + 3 : 0 : 0;
            if ((sentence.At(i) is "is" or "are" || been > 0) && Subject(sentence, i) is { } subject)
            {
                ReadAfter(sentence, speaker, subject, Math.Max(i + 1, been), add);
            }
        }
    }

    private static void ReadAfter(Sentence sentence, string speaker, Phrase subject, int at, Action<AttributeDraft, Phrase> add)
    {
        while (sentence.At(at) is "definitely" or "now" or "still" or "also" or "probably" or "really" or "always" or "one" or "some" or "of")
        {
            at++;
        }

        if (sentence.At(at) is not "my")
        {
            return;
        }

        var word = sentence.At(at + 1) is "absolute" or "all-time" or "new" or "biggest" or "top" ? at + 2 : at + 1;
        var span = new Phrase(sentence, subject.First, Math.Min(word + 2, sentence.End));
        switch (sentence.At(word))
        {
            case "favourites" or "favorites" or "faves" or "favs" or "passion" or "passions" or "hobby" or "hobbies" or "thing" or "jam":
            case "favourite" when sentence.At(word + 1) is "" or "thing" or "things" || sentence.GapAt(word + 1) != Gap.None || sentence.At(word - 2) is "of":
                add(Preference(speaker, subject), span);
                break;
            case "favourite":
                add(Favourite(speaker, subject, sentence.At(word + 1)), span);
                break;
        }
    }

    /// <summary>The words before "is", when they name something and start the clause.</summary>
    private static Phrase? Subject(Sentence sentence, int verb)
    {
        var first = verb;
        while (first > sentence.First && verb - first <= LongestName && sentence.GapAt(first) == Gap.None && sentence.At(first - 1) is not ("and" or "but" or "so" or "because" or "that" or "think"))
        {
            first--;
        }

        if (verb - first > LongestName)
        {
            return null;
        }

        while (first < verb && (Openings.IsFiller(sentence.At(first)) || sentence.At(first) is "and" or "but" or "so"))
        {
            first++;
        }

        var phrase = new Phrase(sentence, first, verb);
        return phrase.IsEmpty || phrase.Count > LongestName || !Values.Names(phrase) || phrase.Lead is "my" or "our" or "if" or "what" or "one" or "i" or "the" or "he" or "she" or "we" or "they"
            ? null : phrase;
    }

    private static AttributeDraft Preference(string speaker, Phrase subject) => new()
    {
        Aspect = "preference",
        Value = Values.Bare(subject).Written,
        Text = $"{speaker} loves {ThirdPerson.Turn(subject)}",
        Confidence = 0.75,
    };

    private static AttributeDraft Favourite(string speaker, Phrase subject, string kind) => new()
    {
        Aspect = "favourite " + kind,
        Value = Values.Bare(subject).Written,
        Text = $"{speaker}'s favourite {kind} is {ThirdPerson.Turn(subject)}",
        Exclusive = true,
        Confidence = 0.75,
    };
}
