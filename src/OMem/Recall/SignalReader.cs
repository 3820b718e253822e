using System.Globalization;
using OMem.Persona;
using OMem.Storage;

namespace OMem.Recall;

/// <summary>Judges whether the memory holds an answer, from how well the best turns and the best attribute or fact match. "Nothing known" is an answer.</summary>
internal static class SignalReader
{
    /// <summary>How many of the best turns it is read from.</summary>
    public const int BestTurns = 5;

    private const int Radius = 2;

    /// <summary>The share of the clue weight from which an attribute or fact is named as the reason.</summary>
    private const float HeldByItem = 0.99f;

    /// <summary>The largest memories it was calibrated with; nothing is extrapolated beyond.</summary>
    private const int MostTurns = 700;

    /// <summary>Beyond the best turns, how many are looked at where some of those say what no longer holds.</summary>
    private const int Reserve = 45;

    /// <summary>The signal of a ranking: what no longer holds answers no question about what does.</summary>
    public static KnowledgeSignal Read(Ranking ranking, RecallQuery query, double threshold)
    {
        var outdated = new OutdatedTurns(ranking, query);
        var items = ranking.PersonaMatches.Where(match => TimeView.Of(query).See(match.Value.Item) is not null).ToList();
        if (ranking.View.Count == 0)
        {
            return new KnowledgeSignal(0, false, "nothing is stored");
        }

        var best = ranking.Top(BestTurns);
        if (best.Exists(turn => outdated.Contains(turn.Turn)))
        {
            best = [.. ranking.Top(BestTurns + Reserve).Where(turn => !outdated.Contains(turn.Turn)).Take(BestTurns)];
        }

        best.RemoveAll(turn => !TurnEvidence.Exists(ranking, turn.Turn));
        if (best.Count == 0)
        {
            return new KnowledgeSignal(0, false, NothingReason(ranking));
        }

        var compared = ranking.Features.IsBegun(Feature.EncoderAround);
        var model = compared ? ranking.Profile.Signal.WithVectors : ranking.Profile.Signal.ByWords;
        var probability = model.Probability(Measure(ranking, best, items, outdated));
        return new KnowledgeSignal(probability, probability >= threshold, Reason(ranking, best, items, outdated));
    }

    /// <summary>What the calibration works on.</summary>
    /// <param name="ranking">The ranking.</param>
    /// <param name="best">Its first turns; not empty.</param>
    /// <param name="items">Attributes and facts that match and hold.</param>
    /// <param name="outdated">Turns that say what no longer holds; null for none.</param>
    public static SignalMeasures Measure(Ranking ranking, List<RankedTurn> best, IReadOnlyList<StatementMatch<StoredItem>> items, OutdatedTurns? outdated = null)
    {
        var (window, alone, sum, similarity) = (0.0, 0.0, 0.0, 0.0);
        foreach (var (turn, score) in best)
        {
            window = Math.Max(window, Coverage(ranking, turn, Radius, outdated).Weight);
            alone = Math.Max(alone, Coverage(ranking, turn, 0, outdated).Weight);
            sum += score;
            if (ranking.Context.Vectors is { } vectors)
            {
                similarity = Math.Max(similarity, ranking.View.Vectors.Dot(vectors.Whole, turn));
            }
        }

        return new SignalMeasures(
            window,
            alone,
            sum / best.Count,
            similarity,
            Math.Log(Math.Min(ranking.View.Count, MostTurns)),
            items.Count == 0 ? 0 : Math.Min(1, items.Max(static match => match.Coverage)),
            items.Count == 0 ? 0 : items.Max(static match => match.Similarity));
    }

    /// <summary>The share of clue weight, and the number of clues, that a turn and its neighbours hold. A clue that occurs nowhere counts with its full weight.</summary>
    private static (double Weight, int Clues) Coverage(Ranking ranking, int turn, int radius, OutdatedTurns? outdated)
    {
        var (held, total, clues) = (0.0, 0.0, 0);
        foreach (var term in ranking.Question.Terms)
        {
            total += term.Idf;
            if (term.Frequency > 0 && HoldsNearby(ranking, turn, term.Term, radius, outdated))
            {
                held += term.Idf;
                clues++;
            }
        }

        return (total > 0 ? held / total : 0, clues);
    }

    private static bool HoldsNearby(Ranking ranking, int turn, int term, int radius, OutdatedTurns? outdated)
    {
        var (before, after) = (turn, turn);
        if (ranking.View.TermsOf(turn).Contains(term))
        {
            return true;
        }

        for (var i = 0; i < radius; i++)
        {
            before = before < 0 ? before : ranking.View.Previous(before);
            after = after < 0 ? after : ranking.View.Next(after);
            if (Holds(before) || Holds(after))
            {
                return true;
            }
        }

        return false;

        bool Holds(int near) => near >= 0 && ranking.View.TermsOf(near).Contains(term) && outdated?.Contains(near) is not true;
    }

    private static string NothingReason(Ranking ranking) => ranking.Question.Terms.Count == 0
        ? "the question holds no clue"
        : ranking.Question.Terms.All(static term => term.Frequency == 0)
            ? "none of the clues occurs"
            : "the filters leave nothing that matches";

    private static string Reason(Ranking ranking, List<RankedTurn> best, List<StatementMatch<StoredItem>> items, OutdatedTurns outdated)
    {
        var clues = ranking.Question.Terms.Count;
        if (items.Exists(static match => match.Coverage >= HeldByItem))
        {
            return "what is known of the person holds its clues";
        }

        if (clues == 0)
        {
            return "judged by similarity: the question holds no clue";
        }

        var together = best.Max(turn => Coverage(ranking, turn.Turn, Radius, outdated).Clues);
        return together == 0
            ? "judged by similarity: none of the clues occurs"
            : together == clues
                ? "all clues stand together"
                : string.Create(CultureInfo.InvariantCulture, $"{together} of {clues} clues stand together");
    }
}
