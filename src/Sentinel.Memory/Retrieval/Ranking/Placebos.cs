namespace Sentinel.Memory;

/// <summary>Memories of other times, drawn by a seed from the latest: whatever memory helps, these may not.</summary>
internal sealed class ShuffledRanking(long seed, MemorySettings settings) : IEpisodeRanking
{
    private const int Pool = 400;

    public string Name => "shuffled";

    public EpisodeRecall Rank(EpisodeQuestion question, IEpisodeView view)
    {
        var drawn = view.Latest(question, Pool)
            .Select(candidate => (candidate, draw: Draws.Unit(seed, JournalIds.Time(question.AsOf), candidate.Episode.Id)))
            .OrderBy(pair => pair.draw)
            .ThenBy(pair => pair.candidate.Episode.Id, StringComparer.Ordinal)
            .Take(settings.Neighbourhood)
            .Select((pair, _) => new Weighted(pair.candidate, 1))
            .ToList();
        return Choice.Make(question, view, drawn, settings, static _ => 1);
    }
}

/// <summary>A log by recency, as TradingAgents puts it before its model: five of the market, three of others.</summary>
internal sealed class RecencyRanking(MemorySettings settings) : IEpisodeRanking
{
    private const int SameSymbol = 5;
    private const int OtherSymbols = 3;

    public string Name => "recency";

    public EpisodeRecall Rank(EpisodeQuestion question, IEpisodeView view)
    {
        var latest = view.Latest(question, settings.Neighbourhood);
        if (latest.Count is 0)
        {
            return new EpisodeRecall { Statistics = new EpisodeStatistics(), NoneFound = NoneFound.NoData };
        }

        var chosen = latest.Where(candidate => candidate.Episode.Symbol == question.Symbol).Take(SameSymbol)
            .Concat(latest.Where(candidate => candidate.Episode.Symbol != question.Symbol).Take(OtherSymbols));
        return new EpisodeRecall
        {
            Items = [.. chosen.Select(candidate => new RecalledEpisode(candidate.Episode, candidate.Outcome, candidate.MoveAtr, 1 / (1 + candidate.AgeDays), "recent"))],
            Statistics = OutcomeStatistics.Of([.. latest.Select(candidate => new Weighted(candidate, 1))]),
        };
    }
}
