namespace OMem.Evaluation;

/// <summary>One row of the comparison: a way to rank the turns of a conversation for a question.</summary>
internal interface IRetrievalSystem
{
    /// <summary>Its name in reports.</summary>
    string Name { get; }

    /// <summary>What it is made of, for the report's configuration.</summary>
    IReadOnlyDictionary<string, string> Configuration { get; }

    /// <summary>Prepares one conversation. Only the interactions may be used, never the questions.</summary>
    Task<IRetrievalIndex> IndexAsync(EvaluationConversation conversation, CancellationToken cancellationToken);
}

/// <summary>A conversation ready to be asked. Not thread-safe.</summary>
internal interface IRetrievalIndex : IAsyncDisposable
{
    /// <summary>Turns best first, each at most once; turns that are not returned count as not found.</summary>
    ValueTask<IReadOnlyList<RankedUnit>> RankAsync(string question, CancellationToken cancellationToken);

    /// <summary>The order in which this system fills a token budget; best first unless it has a packer of its own. Not timed.</summary>
    IReadOnlyList<RankedUnit> PackingOrder(IReadOnlyList<RankedUnit> ranking) => ranking;
}

/// <summary>A ranked turn (or, after mapping, session).</summary>
/// <param name="Id">Id of the interaction or session.</param>
/// <param name="Score">Comparable inside one ranking only.</param>
internal readonly record struct RankedUnit(string Id, double Score);
