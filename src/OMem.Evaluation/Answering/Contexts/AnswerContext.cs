using OMem.Recall;
using OMem.Text;

namespace OMem.Evaluation;

/// <summary>What a system puts before the reader, rendered the same way for all of them.</summary>
internal sealed class AnswerContext
{
    private readonly HashSet<string> _sources;
    private readonly Func<CancellationToken, Task<IReadOnlySet<string>>> _nearMisses;

    private AnswerContext(IReadOnlyList<RecallItem> items, string block, Func<CancellationToken, Task<IReadOnlySet<string>>> nearMisses)
    {
        Items = items;
        Block = block;
        Tokens = TokenEstimate.Count(block);
        _sources = items.SelectMany(item => item.Citations).Select(citation => citation.InteractionId).ToHashSet(StringComparer.Ordinal);
        _nearMisses = nearMisses;
    }

    /// <summary>Nothing at all.</summary>
    public static AnswerContext Empty { get; } = Create([], new HashSet<string>(StringComparer.Ordinal));

    /// <summary>The items, best first.</summary>
    public IReadOnlyList<RecallItem> Items { get; }

    /// <summary>The items as a block of quoted data.</summary>
    public string Block { get; }

    /// <summary>Tokens of the block, characters / 4.</summary>
    public int Tokens { get; }

    /// <summary>Makes a context of items, and of the ids of turns that stood next in line.</summary>
    public static AnswerContext Create(IReadOnlyList<RecallItem> items, IReadOnlySet<string> nearMisses) =>
        new(items, ContextRenderer.Render(items), _ => Task.FromResult(nearMisses));

    /// <summary>Makes a context of what the engine recalled.</summary>
    /// <param name="result">The result.</param>
    /// <param name="nearMisses">Finds what stood next in line; asked only when evidence is missing.</param>
    public static AnswerContext Create(RecallResult result, Func<CancellationToken, Task<IReadOnlySet<string>>> nearMisses) =>
        new(result.Items, result.Context, nearMisses);

    /// <summary>The context as the result of a recall, for the engine's own prompt.</summary>
    public RecallResult AsRecall() => new(
        Items, Block, new KnowledgeSignal(0, IsKnown: false, string.Empty), new QueryAnalysis([], [], [], AnswerKind.Other, IsList: false, string.Empty), Items.Sum(item => item.Tokens), 0, Trace: null);

    /// <summary>What became of a question's evidence.</summary>
    public async Task<EvidenceFate> FateAsync(IReadOnlyList<string> evidence, CancellationToken cancellationToken)
    {
        var missing = evidence.Where(id => !_sources.Contains(id)).ToList();
        var near = missing.Count == 0 ? null : await _nearMisses(cancellationToken).ConfigureAwait(false);
        var cut = missing.Count(id => near!.Contains(id));
        return new EvidenceFate(evidence.Count - missing.Count, cut, missing.Count - cut);
    }
}

/// <summary>What became of the evidence of one question.</summary>
/// <param name="Found">Turns in the context, in words or as the source of a persona item.</param>
/// <param name="Cut">Turns that stood among the next in line and did not fit.</param>
/// <param name="Missed">Turns that were not retrieved.</param>
internal sealed record EvidenceFate(int Found, int Cut, int Missed);
