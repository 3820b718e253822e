using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Attributes;

/// <summary>
/// People a sentence takes for granted: "my sister Anna", "my wife", "Tom is my brother". They hold in questions and
/// suppositions too ("Have you met my sister Anna?"), so whole sentences are read, not asserted clauses.
/// </summary>
internal static class RelationMentions
{
    /// <summary>Adds a draft for each person, with the words it rests on.</summary>
    public static void Read(Sentence sentence, string speaker, Action<AttributeDraft, Phrase> add)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (sentence.At(i) is not ("my" or "our") || Matrices.IsSpeech(sentence.At(i - 1)))
            {
                continue;
            }

            if (NameOf(sentence, i, speaker) is { } named)
            {
                add(named, new Phrase(sentence, i, i + 5));
                continue;
            }

            var relative = SubjectReader.Relative(sentence, i);
            if (relative is null || (sentence.At(i) is "our" && relative.Name is null) || sentence.At(i + 1) is "own" || relative.Noun is "family" or "friend" && relative.Name is null || IsPlural(relative.Noun) && relative.Name is null)
            {
                continue;
            }

            var name = relative.Name ?? NameBefore(sentence, i);
            if (name is null && !Nouns.SoleRelations.Contains(relative.Noun) && !IsKin(relative.Noun))
            {
                continue;
            }

            add(RelationRule.Draft(speaker, relative.Noun, name, name is null ? 0.6 : 0.8), new Phrase(sentence, i, relative.Next));
            i = relative.Next - 1;
        }
    }

    /// <summary>"my mom's name is Carol".</summary>
    private static AttributeDraft? NameOf(Sentence sentence, int index, string speaker)
    {
        var owner = sentence.At(index + 1);
        return owner.EndsWith("'s", StringComparison.Ordinal) && Nouns.Relations.Contains(owner[..^2]) && sentence.Matches(index + 2, "name", "is") && sentence.IsNameAt(index + 4)
            ? RelationRule.Draft(speaker, owner[..^2], Phrase.Spelling(sentence, index + 4), 0.85)
            : null;
    }

    /// <summary>"Anna is my sister".</summary>
    private static string? NameBefore(Sentence sentence, int index) =>
        sentence.At(index - 1) is "is" && index - 2 >= sentence.First && sentence.Words[index - 2].Capital
            && (index - 2 == sentence.First || sentence.At(index - 3) is "and" or "but" or "so")
            && SubjectReader.Read(sentence, index - 2) is null
            ? sentence.Source.Substring(sentence.Words[index - 2].Start, sentence.Words[index - 2].Length) : null;

    private static bool IsPlural(string noun) => noun.EndsWith('s') && noun is not "boss" || noun is "children";

    private static bool IsKin(string noun) => noun is "sister" or "brother" or "daughter" or "son" or "aunt" or "uncle" or "cousin" or "niece" or "nephew"
        or "grandmother" or "grandma" or "grandfather" or "grandpa" or "twin" or "roommate" or "flatmate" or "therapist";
}
