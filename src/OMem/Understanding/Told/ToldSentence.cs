using System.Collections.Frozen;
using OMem.Understanding.Grammar;
using OMem.Understanding.Lexicon;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Told;

/// <summary>A sentence about a person, turned into what that person would say, so that the rules for a speaker's own words read it.</summary>
/// <param name="Sentence">The sentence in the first person; its words keep their places in the message.</param>
/// <param name="Subject">Whom it is about.</param>
/// <param name="IsAddressed">Whether it means them by "you" alone.</param>
internal sealed record ToldSentence(Sentence Sentence, string Subject, bool IsAddressed)
{
    /// <summary>Words between a subject and its verb: "the user also really loves".</summary>
    private const int MostAdverbs = 3;

    private static readonly FrozenSet<string> OwnVoice = WordSet.Of("i me my mine myself we us our ours ourselves");

    /// <summary>The sentence as the person would say it; null when it tells of nobody known, or the source speaks of itself.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="people">Who can be meant.</param>
    /// <param name="isAddressed">Whether "you" is the user.</param>
    public static ToldSentence? Of(Sentence sentence, ToldPeople people, bool isAddressed)
    {
        if (sentence.IsQuestion)
        {
            return null;
        }

        var turn = new Turn(sentence, people, isAddressed);
        for (var i = sentence.First; i < sentence.End;)
        {
            if (OwnVoice.Contains(sentence.At(i)))
            {
                return null;
            }

            i = turn.Next(i);
        }

        return turn.Subject is null ? null
            : new ToldSentence(new Sentence(sentence.Source, [.. turn.Words], 0, turn.Words.Count, IsQuestion: false), turn.Subject, !turn.IsNamed);
    }

    private sealed class Turn(Sentence sentence, ToldPeople people, bool isAddressed)
    {
        private int _verbBefore;

        public List<Word> Words { get; } = [];

        public string? Subject { get; private set; }

        public bool IsNamed { get; private set; }

        /// <summary>Takes over what stands at a place; gives the next one.</summary>
        public int Next(int at)
        {
            if (Mention(at) is { } mention && (Subject is null || string.Equals(Subject, mention.Name, StringComparison.Ordinal)))
            {
                (Subject, IsNamed) = (mention.Name, IsNamed || mention.IsNamed);
                Add(at, mention.Next, mention.IsOwner ? "my" : "i");
                _verbBefore = mention.IsOwner ? 0 : mention.Next + MostAdverbs;
                return mention.Next;
            }

            var word = sentence.At(at);
            if (Subject is not null && word is "their" or "his" or "her" or "your")
            {
                Add(at, at + 1, "my");
            }
            else if (at < _verbBefore && (VerbForms.IsThirdPerson(word) || word is "are" or "were"))
            {
                Add(at, at + 1, word switch { "is" or "are" => "am", "were" => "was", _ => VerbForms.BaseOfThirdPerson(word) });
                _verbBefore = 0;
            }
            else
            {
                Words.Add(sentence.Words[at] with { Gap = Words.Count == 0 ? Gap.Strong : sentence.Words[at].Gap });
            }

            return at + 1;
        }

        private (string Name, int Next, bool IsOwner, bool IsNamed)? Mention(int at)
        {
            var noun = sentence.At(at) is "the" ? at + 1 : at;
            if (sentence.At(noun) is "user" or "user's" or "users'")
            {
                return (people.User, noun + 1, sentence.At(noun) is not "user", true);
            }

            if (isAddressed && sentence.At(at) is "you" or "your")
            {
                return (people.User, at + 1, sentence.At(at) is "your", false);
            }

            foreach (var (words, name) in people.Names)
            {
                if (IsName(at, words, out var isOwner))
                {
                    return (name ?? Written(at, words.Length, isOwner), at + words.Length, isOwner, true);
                }
            }

            return null;
        }

        private string Written(int at, int count, bool isOwner)
        {
            var (start, end) = (sentence.Words[at].Start, sentence.Words[at + count - 1].End - (isOwner ? 2 : 0));
            return sentence.Source[start..end];
        }

        private bool IsName(int at, string[] words, out bool isOwner)
        {
            isOwner = string.Equals(sentence.At(at + words.Length - 1), words[^1] + "'s", StringComparison.Ordinal);
            for (var i = 0; i < words.Length; i++)
            {
                if (!string.Equals(sentence.At(at + i), words[i], StringComparison.Ordinal) && !(isOwner && i == words.Length - 1))
                {
                    return false;
                }
            }

            return sentence.Words[at].Capital;
        }

        private void Add(int first, int next, string text)
        {
            var (start, end) = (sentence.Words[first], sentence.Words[next - 1]);
            Words.Add(new Word(text, start.Start, end.End - start.Start, Capital: false, Words.Count == 0 ? Gap.Strong : start.Gap));
        }
    }
}
