using System.Collections.Frozen;
using OMem.Understanding.Lexicon;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Grammar;

/// <summary>Reads helpers, adverbs and main verb after a subject.</summary>
internal static class VerbGroupReader
{
    private const int LongestGroup = 9;

    private static readonly FrozenSet<string> Adverbs = WordSet.Of(
        """
        really just also still actually recently finally definitely totally absolutely even only already currently now simply truly honestly
        both all so too quite very much pretty super especially mostly mainly personally certainly obviously literally genuinely deeply
        lately today yesterday tonight ever soon then once first officially basically eventually suddenly proudly happily sadly
        """);

    private static readonly FrozenSet<string> Hedges = WordSet.Of("maybe probably perhaps kinda sorta possibly supposedly allegedly");

    private static readonly FrozenSet<string> Frequencies =
        WordSet.Of("always usually often regularly normally generally typically sometimes frequently rarely seldom occasionally never hardly");

    private static readonly FrozenSet<string> Modals = WordSet.Of("would could should might may must ought");

    private static readonly FrozenSet<string> PastParticipleOnly = WordSet.Of(
        "been gone seen done taken given written eaten known grown had heard met made lost forgotten broken chosen driven flown");

    /// <summary>The group at <paramref name="index"/>, or null when no verb stands there.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="index">Index after the subject.</param>
    /// <param name="firstPerson">Whether the subject is I or we (or left out), so that the main verb has no -s.</param>
    public static VerbGroup? Read(Sentence sentence, int index, bool firstPerson)
    {
        var start = new VerbGroup { First = index, Main = index, Next = index, Lemma = string.Empty };
        return new Scan(sentence, start, firstPerson).Run();
    }

    private sealed class Scan(Sentence sentence, VerbGroup start, bool firstPerson)
    {
        private readonly int _first = start.First;
        private int _at = start.First;
        private VerbGroup _group = start;

        public VerbGroup? Run()
        {
            while (_at < sentence.End && _at - _first < LongestGroup && (_at == _first || sentence.GapAt(_at) != Gap.Strong))
            {
                if (ReadAdverb() || ReadHelper())
                {
                    continue;
                }

                return ReadMain();
            }

            // "I do", "I will": helpers alone say nothing.
            return null;
        }

        private bool ReadAdverb()
        {
            var word = sentence.At(_at);
            switch (word)
            {
                case "not":
                    return Take(_group with { IsNegated = true });
                case "no" when sentence.At(_at + 1) is "longer":
                    return Take(_group with { NoLonger = true }, 2);
                case "kind" or "sort" when sentence.At(_at + 1) is "of":
                    return Take(_group with { IsHedged = true }, 2);
            }

            if (Frequencies.Contains(word))
            {
                return Take(_group with { Frequency = word, IsNegated = _group.IsNegated || word is "never" or "hardly" });
            }

                if (word is "almost" or "nearly")
            {
                return Take(_group with { Mood = Mood.Conditional });
            }

            return Hedges.Contains(word) ? Take(_group with { IsHedged = true }) : Adverbs.Contains(word) && Take(_group);
        }

        private bool ReadHelper()
        {
            var word = sentence.At(_at);
            var next = AfterAdverbs(_at + 1);
            switch (word)
            {
                case "do" or "does" or "did" when IsDoHelper(_at + 1, next):
                    return Take(_group with { IsPast = word is "did" });
                case "have" or "has" or "had" when sentence.At(next) is "to":
                    return Skip(next + 1, _group with { HadTo = word is "had", IsPast = word is "had", Mood = word is "had" ? _group.Mood : Mood.Conditional });
                case "have" or "has" or "had" when sentence.At(next) is "been" or "had" || IsHaveHelper(next):
                    return Take(_group with { IsPerfect = true, IsPast = word is "had" });
                case "'d" when PastParticipleOnly.Contains(sentence.At(next)):
                    return Take(_group with { IsPerfect = true, IsPast = true });
                case "'d":
                    return Take(_group with { Mood = Mood.Conditional, IsWish = IsWish(next) });
                case "will" or "shall" when !firstPerson || sentence.At(next).Length > 0:
                    return Take(_group with { Mood = Mood.Future });
                case "can":
                    return Take(_group with { Mood = Mood.Ability });
                case "used" when sentence.At(_at + 1) is "to" && VerbForms.IsBase(sentence.At(_at + 2)):
                    return Take(_group with { UsedTo = true, IsPast = true }, 2);
                case "am" or "is" or "are" or "was" or "were" or "be" or "been":
                    return ReadBe(word, next);
            }

            return Modals.Contains(word) && Take(_group with { Mood = Mood.Conditional, IsWish = word is "would" && IsWish(next) });
        }

        private bool ReadBe(string word, int next)
        {
            var isPast = _group.IsPast || word is "was" or "were";
            if (sentence.Matches(next, "going", "to") && VerbForms.IsBase(sentence.At(AfterAdverbs(next + 2))))
            {
                return Skip(next + 2, _group with { Mood = isPast ? Mood.Conditional : Mood.Future });
            }

            if (sentence.Matches(next, "about", "to"))
            {
                return Skip(next + 2, _group with { Mood = isPast ? Mood.Conditional : Mood.Future });
            }

            if (sentence.Matches(next, "supposed", "to"))
            {
                return Skip(next + 2, _group with { Mood = Mood.Conditional });
            }

            if (!VerbForms.IsGerund(sentence.At(next)) || IsAdjective(sentence.At(next)))
            {
                return false;
            }

            return Skip(next, _group with { IsProgressive = true, IsPast = isPast, IsPerfect = _group.IsPerfect || word is "been" });
        }

        private VerbGroup? ReadMain()
        {
            var word = sentence.At(_at);
            if (word is "am" or "is" or "are" or "was" or "were" or "be" or "been")
            {
                return FinishBe(_group.IsPast || word is "was" or "were");
            }

            if (_group.IsProgressive)
            {
                return Finish(VerbForms.BaseOfGerund(word), _group.IsPast);
            }

            if (_group.IsPerfect && VerbForms.IsParticiple(word))
            {
                return Finish(VerbForms.BaseOfPast(word), _group.IsPast);
            }

            var isBare = _group.Mood is not Mood.Indicative || _group.UsedTo || _group.HadTo || IsDo(_at - 1);
            if (isBare)
            {
                return word.Length > 1 ? Finish(word, _group.IsPast) : null;
            }

            if (VerbForms.IsPast(word))
            {
                var verb = VerbForms.BaseOfPast(word);
                var isSame = string.Equals(verb, word, StringComparison.Ordinal);
                return Finish(verb, isPast: true) with { IsAmbiguous = isSame && firstPerson };
            }

            if (firstPerson)
            {
                return VerbForms.IsBase(word) ? Finish(word, _group.IsPast)
                    : VerbForms.IsParticiple(word) ? Finish(VerbForms.BaseOfPast(word), isPast: true)
                    : null;
            }

            return VerbForms.IsThirdPerson(word) ? Finish(VerbForms.BaseOfThirdPerson(word), _group.IsPast)
                : VerbForms.IsBase(word) ? Finish(word, _group.IsPast) : null;
        }

        /// <summary>Adverbs and "not" stand after a copula: "am not", "is now", "am no longer".</summary>
        private VerbGroup FinishBe(bool isPast)
        {
            _group = Finish("be", isPast);
            for (_at++; _at < sentence.End && sentence.GapAt(_at) == Gap.None && ReadAdverb();)
            {
            }

            return _group with { Next = _at };
        }

        private VerbGroup Finish(string lemma, bool isPast) =>
            _group with { Lemma = lemma, Main = _at, Next = _at + 1, IsPast = isPast };

        /// <summary>"do" helps when "not" follows, or an adverb or a verb that is no noun ("I do love it"; not "I do yoga").</summary>
        private bool IsDoHelper(int follows, int next) =>
            sentence.At(follows) is "not" or "really" or "still" or "also" or "actually"
                ? sentence.At(next).Length > 0
                : sentence.At(next) is "love" or "like" or "enjoy" or "hate" or "have" or "want" or "need" or "live" or "own" or "think" or "feel";

        private bool IsHaveHelper(int next) =>
            sentence.At(next) is not "" && VerbForms.IsParticiple(sentence.At(next)) && !IsNounInEd(sentence.At(next));

        private static bool IsNounInEd(string word) => word is "hundred" or "mixed" or "limited";

        private bool IsWish(int next) => sentence.At(next) is "love" or "like" or "prefer" or "enjoy";

        /// <summary>"I am interesting": gerund forms that describe rather than do.</summary>
        private static bool IsAdjective(string word) =>
            word is "amazing" or "interesting" or "exciting" or "boring" or "annoying" or "charming" or "loving" or "caring" or "willing" or "exhausting"
                or "outgoing" or "challenging" or "inspiring" or "stunning" or "relaxing";

        private bool IsDo(int index)
        {
            while (index >= _first && sentence.At(index) is not ("do" or "does" or "did"))
            {
                index--;
            }

            return index >= _first;
        }

        private int AfterAdverbs(int index)
        {
            while (index < sentence.End && index - _first < LongestGroup + 3
                && (sentence.At(index) is "not" || Adverbs.Contains(sentence.At(index)) || Frequencies.Contains(sentence.At(index)) || Hedges.Contains(sentence.At(index))))
            {
                index++;
            }

            return index;
        }

        private bool Take(VerbGroup group, int count = 1)
        {
            _group = group;
            _at += count;
            return true;
        }

        /// <summary>Jumps to a word further on, keeping what the skipped adverbs say.</summary>
        private bool Skip(int to, VerbGroup group)
        {
            _group = group;
            for (_at++; _at < to && _at < sentence.End;)
            {
                if (!ReadAdverb())
                {
                    _at++;
                }
            }

            return true;
        }
    }
}
