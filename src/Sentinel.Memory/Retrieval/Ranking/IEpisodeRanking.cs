namespace Sentinel.Memory;

/// <summary>How past episodes are chosen: relevance, or one of the baselines and placebos it is measured against.</summary>
/// <remarks>Pure: the same question to the same memory gives the same.</remarks>
public interface IEpisodeRanking
{
    /// <summary>Its name in reports.</summary>
    string Name { get; }

    /// <summary>Chooses episodes and computes the numbers of their neighbourhood.</summary>
    EpisodeRecall Rank(EpisodeQuestion question, IEpisodeView view);
}

/// <summary>The rankings there are.</summary>
public static class EpisodeRankings
{
    /// <summary>Likeness in state, clues and words, blind to outcome; winners and losers at their base rate.</summary>
    public static IEpisodeRanking Relevance(MemorySettings? settings = null) => new RelevanceRanking(settings ?? new MemorySettings());

    /// <summary>Placebo P1: memories of other times, drawn by chance.</summary>
    public static IEpisodeRanking Shuffled(long seed, MemorySettings? settings = null) => new ShuffledRanking(seed, settings ?? new MemorySettings());

    /// <summary>Placebo P4: the latest five of the market and the latest three of others (TradingAgents).</summary>
    public static IEpisodeRanking Recency(MemorySettings? settings = null) => new RecencyRanking(settings ?? new MemorySettings());

    /// <summary>Baseline P5: FinMem's score as its paper gives it.</summary>
    public static IEpisodeRanking FinMemPaper(long seed, MemorySettings? settings = null) => new FinMemRanking(FinMemVariant.Paper, seed, settings ?? new MemorySettings());

    /// <summary>Baseline P5 as FinMem's published code does it.</summary>
    public static IEpisodeRanking FinMemCode(long seed, MemorySettings? settings = null) => new FinMemRanking(FinMemVariant.Code, seed, settings ?? new MemorySettings());
}
