namespace Sentinel.Memory;

/// <summary>Relevance without a look at outcomes, then a choice in which winners and losers stand as in the neighbourhood.</summary>
internal sealed class RelevanceRanking(MemorySettings settings) : IEpisodeRanking
{
    public string Name => settings.ReciprocalRanks ? "relevance-rrf" : "relevance";

    public EpisodeRecall Rank(EpisodeQuestion question, IEpisodeView view)
    {
        var relevant = Fusion.Of(view.Alike(question, settings.Neighbourhood), settings);
        var neighbourhood = Neighbourhood(relevant);
        return Choice.Make(question, view, neighbourhood, settings, Decay);
    }

    /// <summary>The most relevant; only those that share an event with the question where these are enough to say something, and the more they share the more they count.</summary>
    private List<Weighted> Neighbourhood(List<Weighted> relevant)
    {
        List<Weighted> shared =
        [
            .. relevant.Where(weighted => weighted.Candidate.SharesEvent)
                .Select(weighted => new Weighted(weighted.Candidate, weighted.Weight * Math.Pow(weighted.Candidate.EventLikeness, settings.EventSharpness)))
                .OrderByDescending(weighted => weighted.Weight)
                .ThenBy(weighted => weighted.Candidate.Episode.Id, StringComparer.Ordinal)
                .Take(settings.Neighbourhood),
        ];
        return OutcomeStatistics.NEff(shared.Select(weighted => weighted.Weight)) >= EpisodeStatistics.MinimumNEff
            ? shared
            : [.. relevant.Take(settings.Neighbourhood)];
    }

    private double Decay(EpisodeCandidate candidate)
    {
        var fading = Math.Exp(-candidate.AgeDays / settings.LayerDays[(int)candidate.Episode.Layer]);
        return settings.DecayFloor + ((1 - settings.DecayFloor) * fading);
    }
}
