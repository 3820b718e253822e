using OMem.Interactions;
using OMem.Recall;

namespace OMem.Episodic;

/// <summary>Reads episodes: the clues of a text with what they bring back, or the rarest clues that bring back more than one interaction.</summary>
internal static class EpisodeReader
{
    public static IReadOnlyList<Episode> Read(ScopeView view, EpisodeQuery query)
    {
        var terms = query.Text is { } text
            ? QueryAnalyzer.Analyze(view, text).Terms.Select(term => view.FindTerm(term.Stem)).Where(term => term >= 0)
            : Enumerable.Range(0, view.TermCount).Where(term => view.Postings(term).Length >= 2);
        return [.. terms
            .Select(term => (term, frequency: view.Postings(term).Length, clue: view.TermText(term)))
            .Where(entry => entry.frequency > 0)
            .OrderBy(entry => entry.frequency)
            .ThenBy(entry => entry.clue, StringComparer.Ordinal)
            .Take(query.Limit)
            .Select(entry => new Episode(entry.clue, Bm25.Idf(view.Count, entry.frequency), Sequences(view, entry.term)))];
    }

    private static long[] Sequences(ScopeView view, int term)
    {
        var postings = view.Postings(term);
        var sequences = new long[postings.Length];
        for (var i = 0; i < postings.Length; i++)
        {
            sequences[i] = view.SequenceOf(PostingView.Document(postings[i]));
        }

        return sequences;
    }
}
