namespace OMem.LoopbackModel;

/// <summary>Writes answers by script. Must give the same answer to the same request, and be safe to call from many threads.</summary>
public interface ILoopbackAnswerer
{
    /// <summary>The answer; null when this one does not know the prompt.</summary>
    string? TryAnswer(LoopbackRequest request);
}

/// <summary>Makes answerers.</summary>
public static class LoopbackAnswerers
{
    /// <summary>Knows the prompts of OMem that have an answerer here, then fills the schema.</summary>
    public static ILoopbackAnswerer Default { get; } = Chain(new ReadingAnswerer(), new ConsolidationAnswerer(), new PaperAnswerer(new ReadingAnswerer()));

    /// <summary>An answerer from a function.</summary>
    public static ILoopbackAnswerer Of(Func<LoopbackRequest, string?> answer) => new FunctionAnswerer(answer);

    /// <summary>Asks one after the other; the first that knows the prompt answers.</summary>
    public static ILoopbackAnswerer Chain(params ILoopbackAnswerer[] answerers) =>
        new FunctionAnswerer(request => answerers.Select(answerer => answerer.TryAnswer(request)).FirstOrDefault(answer => answer is not null));

    private sealed class FunctionAnswerer(Func<LoopbackRequest, string?> answer) : ILoopbackAnswerer
    {
        public string? TryAnswer(LoopbackRequest request) => answer(request);
    }
}
