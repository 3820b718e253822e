namespace Sentinel.Memory;

/// <summary>
/// FinMem's score: recency + relevance + importance, each in [0, 1], the best five of each layer. Deviations: relevance is our likeness in state
/// and clues in place of a cosine of text embeddings; a memory is pivotal when its own outcome was (the paper: when a decision it was used for
/// gained), which gives +5 in the paper's variant and +5 or -5 in the code's; promotion between layers is left out.
/// </summary>
internal sealed class FinMemRanking(FinMemVariant variant, long seed, MemorySettings settings) : IEpisodeRanking
{
    private const int PerLayer = 5;
    private const double MinRecency = 0.05;
    private const double MinImportance = 5;
    private const double Pivotal = 5;
    private const double MaxImportance = 100;

    public string Name => variant.Name;

    public EpisodeRecall Rank(EpisodeQuestion question, IEpisodeView view)
    {
        var asked = variant.HasConstantQuery ? question with { State = Constant, Events = [], Text = null, FoundByText = [] } : question;
        var scored = view.Alike(asked, settings.Neighbourhood * 2)
            .Select(candidate => new Weighted(candidate, Score(candidate)))
            .Where(weighted => weighted.Weight > 0)
            .OrderByDescending(weighted => weighted.Weight)
            .ThenBy(weighted => weighted.Candidate.Episode.Id, StringComparer.Ordinal)
            .ToList();
        if (scored.Count is 0)
        {
            return new EpisodeRecall { Statistics = new EpisodeStatistics(), NoneFound = NoneFound.NoData };
        }

        var chosen = scored.GroupBy(weighted => weighted.Candidate.Episode.Layer).OrderBy(group => group.Key).SelectMany(Best).ToList();
        return new EpisodeRecall
        {
            Items = [.. chosen.Select(weighted => new RecalledEpisode(weighted.Candidate.Episode, weighted.Candidate.Outcome, weighted.Candidate.MoveAtr, weighted.Weight, variant.Name))],

            // The method has no numbers of its own; they are computed from the neighbourhood its score picks, as for every arm.
            Statistics = OutcomeStatistics.Of([.. Pool(scored)]),
        };
    }

    private static StateVector Constant { get; } = new() { Values = [.. StateVector.Names.Select(_ => 0.0)] };

    private IEnumerable<Weighted> Best(IEnumerable<Weighted> layer)
    {
        var best = layer.ToList();
        if (!variant.TakesLowest || best.Count <= PerLayer)
        {
            return best.Take(PerLayer);
        }

        const int Highest = (PerLayer + 1) / 2;
        return best.Take(Highest).Concat(best.TakeLast(PerLayer - Highest));
    }

    private IEnumerable<Weighted> Pool(List<Weighted> scored)
    {
        var half = settings.Neighbourhood / 2;
        return !variant.TakesLowest || scored.Count <= settings.Neighbourhood
            ? scored.Take(settings.Neighbourhood)
            : scored.Take(half).Concat(scored.TakeLast(settings.Neighbourhood - half));
    }

    /// <summary>The compound score; 0 for what FinMem would have purged.</summary>
    private double Score(EpisodeCandidate candidate)
    {
        var layer = (int)candidate.Episode.Layer;
        var recency = Math.Exp(-candidate.AgeDays / variant.RecencyDays[layer]);
        var importance = (Drawn(candidate, layer) + Feedback(candidate)) * Math.Pow(variant.Alpha[layer], candidate.AgeDays);
        if (recency < MinRecency || importance < MinImportance)
        {
            return 0;
        }

        return recency + ((candidate.StateLikeness + candidate.ClueLikeness) / 2) + Math.Min(1, importance / MaxImportance);
    }

    private double Drawn(EpisodeCandidate candidate, int layer)
    {
        var draw = Draws.Unit(seed, candidate.Episode.Id);
        foreach (var (value, probability) in variant.Importance[layer])
        {
            if (draw < probability)
            {
                return value;
            }

            draw -= probability;
        }

        return variant.Importance[layer][^1].Value;
    }

    private double Feedback(EpisodeCandidate candidate) => candidate.End is EpisodeEnd.Won ? Pivotal : variant.TakesLowest ? -Pivotal : 0;
}
