using System.Collections.Frozen;

namespace OMem.Text;

/// <summary>A word of a question that names a speaker.</summary>
/// <param name="TokenIndex">Its place among the question's tokens.</param>
/// <param name="Speaker">The speaker, spelt as in the scope.</param>
internal readonly record struct SpeakerMatch(int TokenIndex, string Speaker);

/// <summary>
/// Finds the speakers of a scope in a question: by any part of the name; by a misspelling (both words of five letters or
/// more, same first letter, at most two edits); by a nickname that starts the name, or that the name starts (three letters
/// or more). The last two only for speakers that are not named outright. Immutable and thread-safe.
/// </summary>
internal sealed class SpeakerNames
{
    private const int MaxEdits = 2;
    private const int MinFuzzyLength = 5;
    private const int MinNicknameLength = 3;

    private readonly FrozenDictionary<string, NamePart[]> _byPart;
    private readonly FrozenDictionary<char, NamePart[]> _byInitial;

    /// <summary>Prepares the names of a scope's speakers. Doubles are harmless.</summary>
    public SpeakerNames(IEnumerable<string> speakers)
    {
        var parts = speakers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(NamePart.Of).ToList();
        _byPart = parts.GroupBy(part => part.Text, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        _byInitial = parts.Where(part => !part.NeedsCapital).GroupBy(part => part.Text[0])
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>Every word of the question that names a speaker, by place, then by speaker in ordinal order.</summary>
    public IReadOnlyList<SpeakerMatch> Find(List<Token> question)
    {
        var matches = new List<SpeakerMatch>();
        if (_byPart.Count == 0)
        {
            return matches;
        }

        AddExact(question, matches);
        AddClose(question, matches);
        matches.Sort(static (left, right) => left.TokenIndex != right.TokenIndex
            ? left.TokenIndex.CompareTo(right.TokenIndex)
            : string.CompareOrdinal(left.Speaker, right.Speaker));
        return matches;
    }

    private void AddExact(List<Token> question, List<SpeakerMatch> matches)
    {
        var partsFound = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < question.Count; i++)
        {
            if (!_byPart.TryGetValue(question[i].Text, out var parts))
            {
                continue;
            }

            foreach (var part in parts)
            {
                if (!part.NeedsCapital || (question[i].Capitalized && i > 0))
                {
                    matches.Add(new SpeakerMatch(i, part.Speaker));
                    partsFound[part.Speaker] = partsFound.GetValueOrDefault(part.Speaker) + 1;
                }
            }
        }

        PreferFullNames(matches, partsFound);
    }

    /// <summary>"John Smith" does not name Jane Smith: of several speakers with one part, those with the most parts in the question count.</summary>
    private static void PreferFullNames(List<SpeakerMatch> matches, Dictionary<string, int> partsFound)
    {
        var most = new Dictionary<int, int>();
        foreach (var match in matches)
        {
            most[match.TokenIndex] = Math.Max(most.GetValueOrDefault(match.TokenIndex), partsFound[match.Speaker]);
        }

        matches.RemoveAll(match => partsFound[match.Speaker] < most[match.TokenIndex]);
    }

    private void AddClose(List<Token> question, List<SpeakerMatch> matches)
    {
        var named = matches.Select(match => match.Speaker).ToHashSet(StringComparer.Ordinal);
        var anyCapital = question.Exists(token => token.Capitalized);
        for (var i = 0; i < question.Count; i++)
        {
            var token = question[i];
            if (_byPart.ContainsKey(token.Text) || !CanBeName(token.Text) || !_byInitial.TryGetValue(token.Text[0], out var parts))
            {
                continue;
            }

            // Written with care, a name has a capital; "car" is then not short for Carter.
            var maybeNickname = token.Capitalized || !anyCapital;
            string? last = null;
            foreach (var part in parts)
            {
                if (part.Speaker != last && !named.Contains(part.Speaker)
                    && (IsMisspelling(token.Text, part.Text) || (maybeNickname && IsNickname(token.Text, part.Text))))
                {
                    matches.Add(new SpeakerMatch(i, part.Speaker));
                    last = part.Speaker;
                }
            }
        }
    }

    private static bool CanBeName(string word) =>
        !StopWords.IsStopWord(word) && !StopWords.IsQuestionWord(word) && !TimeWords.IsTimeWord(word) && !TimeWords.IsMonth(word);

    private static bool IsMisspelling(string word, string name) =>
        word.Length >= MinFuzzyLength && name.Length >= MinFuzzyLength && EditDistance.IsWithin(word, name, MaxEdits);

    private static bool IsNickname(string word, string name) =>
        word.Length >= MinNicknameLength && name.Length >= MinNicknameLength
        && (name.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(name, StringComparison.Ordinal));

    /// <summary>One word of a speaker's name.</summary>
    /// <param name="Text">The folded word.</param>
    /// <param name="Speaker">Whose name it is part of.</param>
    /// <param name="NeedsCapital">True for names that are everyday words too ("Will", "A"): they count only with a capital inside a sentence.</param>
    private readonly record struct NamePart(string Text, string Speaker, bool NeedsCapital)
    {
        public static IEnumerable<NamePart> Of(string speaker)
        {
            var words = Tokenizer.Tokenize(speaker).ConvertAll(token => token.Text).Distinct(StringComparer.Ordinal).ToList();
            var telling = words.Where(word => word.Length > 1 && !TimeWords.IsNumber(word)).ToList();
            return (telling.Count > 0 ? telling : words).Select(word => new NamePart(word, speaker, IsEveryday(word)));
        }

        private static bool IsEveryday(string word) =>
            word.Length == 1 || StopWords.IsStopWord(word) || StopWords.IsQuestionWord(word) || TimeWords.IsMonth(word);
    }
}
