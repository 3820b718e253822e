using Microsoft.Extensions.AI;
using OMem.Storage;
using Sentinel.Persona;

namespace Sentinel.Memory;

/// <summary>What a trader's memory is made from.</summary>
public sealed record TraderMemoryOptions
{
    /// <summary>The journal. The memory does not dispose it: whoever opened it does.</summary>
    public required IJournal Journal { get; init; }

    /// <summary>What is known of the trader; null for nothing.</summary>
    public IPersonaSource? Persona { get; init; }

    /// <summary>Where accepted proposals go, so that the persona manager knows them; null keeps them in the journal alone.</summary>
    public ConsentQueue? Consent { get; init; }

    /// <summary>The OMem store of episodes, for recall by words; null leaves that channel out. The memory does not dispose it.</summary>
    public IMemoryStore? Store { get; init; }

    /// <summary>Vectors for recall by words; null for words alone (an embedding costs about a millisecond).</summary>
    public IEmbeddingGenerator<string, Embedding<float>>? Embeddings { get; init; }

    /// <summary>What is held at a time; null, or a null answer, is unknown.</summary>
    public Func<DateTimeOffset, Portfolio?>? Portfolio { get; init; }

    /// <summary>The dry run behind <see cref="IMemoryToolkit.CheckIntentAsync"/>.</summary>
    public IIntentChecker? IntentChecker { get; init; }

    /// <summary>How past episodes are chosen; null for relevance.</summary>
    public IEpisodeRanking? Ranking { get; init; }

    /// <summary>Placebo P3: what memory has to say is replaced by random words of the same length, no numbers of it are given, and a question for episodes finds none. The value is the seed.</summary>
    public long? RandomTextSeed { get; init; }

    /// <summary>When the mandate is repeated beside the decision.</summary>
    public Regrounding Regrounding { get; init; } = Regrounding.EveryCycle;

    /// <summary>Constants.</summary>
    public MemorySettings Settings { get; init; } = new();

    /// <summary>
    /// Whether to take in what the journal holds already. False for a run that is done again from its start over its own journal: what it appends is
    /// compared with what is there, and memory grows as it did the first time, so that the journal ends byte for byte the same.
    /// </summary>
    public bool Rebuild { get; init; } = true;
}

/// <summary>When the mandate is repeated at the end of a context. It helps careful mandates and hurts daring ones in calm markets, so it is a choice.</summary>
public enum Regrounding
{
    /// <summary>At the start alone.</summary>
    Never = 0,

    /// <summary>Each time.</summary>
    EveryCycle = 1,

    /// <summary>When the regime has just changed.</summary>
    OnRegimeChange = 2,
}
