using OMem.Interactions;
using OMem.Recall;
using OMem.Text;

namespace OMem.Tests.Recall;

/// <summary>Every lexical feature computed the slow way from the texts: plain lists, every turn looked at, no index.</summary>
internal sealed class ReferenceFeatures
{
    private readonly List<Interaction> _turns;
    private readonly List<List<string>> _stems;
    private readonly List<string> _query;
    private readonly int? _named;
    private readonly bool _asksTime;
    private readonly HashSet<string> _words;

    public ReferenceFeatures(List<Interaction> turns, string question)
    {
        _turns = turns;
        _stems = [.. turns.Select(turn => InteractionAnalyzer.Analyze(turn).Stems.ToList())];
        var tokens = Tokenizer.Tokenize(question);
        var speakers = turns.Select(turn => turn.Speaker).Distinct(StringComparer.Ordinal).ToList();
        var named = speakers.Where(speaker => tokens.Exists(token => string.Equals(token.Text, speaker, StringComparison.OrdinalIgnoreCase))).ToList();
        _named = named.Count == 1 ? speakers.IndexOf(named[0]) : null;
        _query = InteractionAnalyzer.KeptStems(tokens.FindAll(token => !named.Contains(token.Text, StringComparer.OrdinalIgnoreCase)));
        _words = [.. tokens.Select(token => token.Text)];
        _asksTime = Says("when") || Says("long");
    }

    public double Richness => Math.Min(1, _query.Distinct(StringComparer.Ordinal).Count() / 8.0);

    public bool Says(string word) => _words.Contains(word);

    public double[] Words(Bm25 bm25) => Standardize(Score(_stems, _query.Distinct(StringComparer.Ordinal), bm25));

    public double[] Bigrams(Bm25 bm25) =>
        Standardize(Score([.. _stems.Select(Pairs)], Pairs(_query).Distinct(StringComparer.Ordinal), bm25));

    public double[] Window(int back, int ahead, Bm25 bm25) =>
        Standardize(Score([.. Enumerable.Range(0, _turns.Count).Select(i => Around(i, back, ahead).SelectMany(j => _stems[j]).ToList())],
            _query.Distinct(StringComparer.Ordinal), bm25));

    public double[] Sessions(Bm25 bm25)
    {
        var sessions = _turns.Select(turn => turn.Session ?? "").Distinct(StringComparer.Ordinal).ToList();
        var documents = sessions.Select(session => Enumerable.Range(0, _turns.Count)
            .Where(i => (_turns[i].Session ?? "") == session).SelectMany(i => _stems[i]).ToList()).ToList();
        var scores = Score(documents, _query.Distinct(StringComparer.Ordinal), bm25);
        return Standardize([.. _turns.Select(turn => scores[sessions.IndexOf(turn.Session ?? "")])]);
    }

    public double[] OfPreviousQuestion(double[] values)
    {
        var result = new double[_turns.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var before = Around(i, 1, 0)[0];
            if (before != i && _turns[before].Speaker != _turns[i].Speaker && _turns[before].Text.EndsWith('?'))
            {
                result[i] = values[before];
            }
        }

        return result;
    }

    public double[] OtherSpeaker()
    {
        var speakers = _turns.Select(turn => turn.Speaker).Distinct(StringComparer.Ordinal).ToList();
        return [.. _turns.Select(turn => _named is { } named && speakers.IndexOf(turn.Speaker) != named ? 1.0 : 0.0)];
    }

    public double[] ProperNames() => [.. _turns.Select(turn => Math.Min(1, InteractionAnalyzer.Analyze(turn).Marks.ProperNames / 2.0))];

    public double[] PastWords() => Share(3, word => word.EndsWith("ed", StringComparison.Ordinal) || word is "went" or "told" or "said" or "did");

    public double[] YouWords() => Share(2, word => word is "you" or "your");

    public double[] Holds(string word) => Share(1, held => held == word);

    public double[] Length() => Standardize([.. _stems.Select(stems => Math.Log(1 + stems.Count))]);

    public double[] PersonWords(Bm25 bm25)
    {
        var documents = _turns.Zip(_stems, static (turn, stems) => turn.Role == SpeakerRole.Person ? stems : []).ToList();
        return Standardize(Score(documents, _query.Distinct(StringComparer.Ordinal), bm25));
    }

    public double[] OfNextAnswer(double[] values) =>
        [.. _turns.Select((turn, i) => turn.Role == SpeakerRole.Person && At(i, 1) is { } next && _turns[next].Role == SpeakerRole.Assistant ? values[next] : 0)];

    public double[] BestOfNeighbours(double[] values) => [.. values.Select((_, i) => Around(i, 1, 1).Max(other => values[other]))];

    public double[] TimeWords(bool always = false) =>
        [.. _turns.Select(turn => _asksTime || always ? Math.Min(1, OMem.Text.TimeWords.CountTimeWords(Tokenizer.Tokenize(turn.Text)) / 2.0) : 0)];

    public double[] FirstPerson() =>
        [.. _turns.Select(turn => Math.Min(1, OMem.Text.TimeWords.CountFirstPerson(Tokenizer.Tokenize(turn.Text)) / 3.0))];

    public double[] IsQuestion() => [.. _turns.Select(turn => turn.Text.EndsWith('?') ? 1.0 : 0.0)];

    public double[] Smooth(double[] products)
    {
        var result = new double[products.Length];
        for (var i = 0; i < result.Length; i++)
        {
            var (sum, weights) = (products[i], 1.0);
            foreach (var (distance, weight) in new[] { (-2, .25), (-1, .5), (1, .5), (2, .25) })
            {
                if (At(i, distance) is { } other)
                {
                    sum += weight * products[other];
                    weights += weight;
                }
            }

            result[i] = sum / weights;
        }

        return result;
    }

    public static double[] Standardize(double[] values)
    {
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length);
        return [.. values.Select(value => deviation < 1e-7 ? 0 : (value - mean) / deviation)];
    }

    private static double[] Score(List<List<string>> documents, IEnumerable<string> query, Bm25 bm25)
    {
        var average = documents.Average(document => document.Count);
        var scores = new double[documents.Count];
        foreach (var term in query)
        {
            var frequency = documents.Count(document => document.Contains(term));
            var idf = Math.Log(1 + ((documents.Count - frequency + .5) / (frequency + .5)));
            for (var i = 0; i < scores.Length; i++)
            {
                double count = documents[i].Count(word => word == term);
                var norm = bm25.K1 * (1 - bm25.B + (bm25.B * documents[i].Count / Math.Max(average, 1e-9)));
                scores[i] += count == 0 ? 0 : idf * count * (bm25.K1 + 1) / (count + norm);
            }
        }

        return scores;
    }

    private double[] Share(double full, Func<string, bool> counts) =>
        [.. _turns.Select(turn => Math.Min(1, Tokenizer.Tokenize(turn.Text).Count(token => counts(token.Text)) / full))];

    private static List<string> Pairs(List<string> stems) => [.. stems.Skip(1).Select((stem, i) => $"{stems[i]} {stem}")];

    private List<int> Around(int turn, int back, int ahead) =>
        [.. Enumerable.Range(-back, back + ahead + 1).Select(distance => At(turn, distance)).OfType<int>()];

    private int? At(int turn, int distance)
    {
        var session = Enumerable.Range(0, _turns.Count).Where(i => _turns[i].Session == _turns[turn].Session).ToList();
        var place = session.IndexOf(turn) + distance;
        return place >= 0 && place < session.Count ? session[place] : null;
    }
}
