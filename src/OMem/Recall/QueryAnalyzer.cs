using System.Text;
using OMem.Interactions;
using OMem.Text;

namespace OMem.Recall;

/// <summary>Understands a question without a model: who and when it names, its clues, what kind of answer it wants.</summary>
internal static class QueryAnalyzer
{
    /// <summary>The most clues of one question; of a longer text the rarest are taken, so that cost stays bounded.</summary>
    public const int MaxClues = 64;

    private const float FullRichness = 8f;

    /// <summary>The longest part of a question that is read, in UTF-16 units.</summary>
    public const int MaxLength = 16_384;

    /// <summary>The texts of a question to embed for a scope.</summary>
    public static EmbeddingTexts EmbeddingTexts(ScopeView view, string text)
    {
        var whole = InteractionAnalyzer.Cut(text);
        var tokens = Tokenizer.Tokenize(whole);
        return EmbeddingTexts(whole, tokens, [.. view.SpeakerNames.Find(tokens).Select(static match => match.TokenIndex)]);
    }

    /// <summary>Understands a question against a view.</summary>
    public static Question Analyze(ScopeView view, string text)
    {
        var read = text.Length <= MaxLength ? text : text[..MaxLength];
        var tokens = Tokenizer.Tokenize(read);
        var named = view.SpeakerNames.Find(tokens);
        var names = new HashSet<int>(named.Select(static match => match.TokenIndex));
        var stems = new List<string>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!names.Contains(i) && InteractionAnalyzer.IsContent(tokens[i].Text))
            {
                stems.Add(PorterStemmer.Stem(tokens[i].Text));
            }
        }

        return new Question
        {
            Tokens = tokens,
            Terms = Terms(view, stems),
            Bigrams = Bigrams(view, stems),
            Speakers = [.. named.Select(match => view.FindSpeaker(match.Speaker)).Where(static id => id >= 0).Distinct().Order()],
            Dates = QuestionTimes.Read(read, tokens),
            Kind = QuestionKind.Of(tokens),
            Signs = QuestionWords.Signs(tokens, read),
            Richness = Math.Min(1f, stems.Distinct(StringComparer.Ordinal).Count() / FullRichness),
            IsList = QuestionKind.IsList(tokens),
        };
    }

    /// <summary>The question as shown to callers.</summary>
    public static QueryAnalysis Describe(ScopeView view, Question question, string profile) => new(
        [.. question.Terms
            .OrderByDescending(static term => term.Idf).ThenBy(static term => term.Stem, StringComparer.Ordinal)
            .Select(static term => new Clue(term.Stem, term.Idf, term.Frequency))],
        [.. question.Speakers.Select(speaker => view.Speakers[speaker])],
        [.. question.Dates.Select(static date => date.ToMention())],
        question.Kind,
        question.IsList,
        profile);

    private static EmbeddingTexts EmbeddingTexts(string whole, List<Token> tokens, HashSet<int> names)
    {
        var content = new StringBuilder();
        var focus = new List<Range>();
        var end = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            // Overlapping tokens come from scripts without spaces: each letter counts once.
            var token = tokens[i];
            if (token.Start >= end && !names.Contains(i) && InteractionAnalyzer.IsContent(token.Text))
            {
                content.Append(content.Length == 0 ? "" : " ").Append(whole, token.Start, token.Length);
                end = token.Start + token.Length;
                focus.Add(token.Start..end);
            }
        }

        return new EmbeddingTexts(content.Length == 0 ? whole : content.ToString(), whole, focus);
    }

    private static List<QuestionTerm> Terms(ScopeView view, List<string> stems)
    {
        var terms = new List<QuestionTerm>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stem in stems)
        {
            if (seen.Add(stem))
            {
                var term = view.FindTerm(stem);
                var frequency = term < 0 ? 0 : view.Postings(term).Length;
                terms.Add(new QuestionTerm(stem, term, frequency, Bm25.Idf(view.Count, frequency)));
            }
        }

        if (terms.Count <= MaxClues)
        {
            return terms;
        }

        var rarest = terms.OrderByDescending(static term => term.Frequency > 0).ThenBy(static term => term.Frequency)
            .ThenBy(static term => term.Stem, StringComparer.Ordinal).Take(MaxClues).Select(static term => term.Stem)
            .ToHashSet(StringComparer.Ordinal);
        terms.RemoveAll(term => !rarest.Contains(term.Stem));
        return terms;
    }

    private static List<(int First, int Second)> Bigrams(ScopeView view, List<string> stems)
    {
        var bigrams = new List<(int, int)>();
        var seen = new HashSet<(int, int)>();
        for (var i = 1; i < stems.Count && bigrams.Count < MaxClues; i++)
        {
            var pair = (First: view.FindTerm(stems[i - 1]), Second: view.FindTerm(stems[i]));
            if (pair.First >= 0 && pair.Second >= 0 && seen.Add(pair))
            {
                bigrams.Add(pair);
            }
        }

        return bigrams;
    }
}
