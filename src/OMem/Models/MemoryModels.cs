using Microsoft.Extensions.AI;

namespace OMem.Models;

/// <summary>The language models of an engine, by stage. They come from the host, which disposes them; the same client may serve several stages.</summary>
/// <remarks>A stage without a model works without one: the local reader reads, rules consolidate, members are joined to summaries, and asking is refused.</remarks>
public sealed record MemoryModels
{
    /// <summary>Reads interactions.</summary>
    public IChatClient? Reader { get; init; }

    /// <summary>Decides Add, Ignore or Update where rules cannot.</summary>
    public IChatClient? Consolidator { get; init; }

    /// <summary>Summarises clusters of attributes.</summary>
    public IChatClient? Summarizer { get; init; }

    /// <summary>Answers questions.</summary>
    public IChatClient? Answerer { get; init; }

    /// <summary>No model at all.</summary>
    public static MemoryModels None { get; } = new();

    /// <summary>One model for every stage.</summary>
    public static MemoryModels Of(IChatClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new MemoryModels { Reader = client, Consolidator = client, Summarizer = client, Answerer = client };
    }

    /// <summary>The model of a stage, if there is one.</summary>
    public IChatClient? For(ModelStage stage) => stage switch
    {
        ModelStage.Read => Reader,
        ModelStage.Consolidate => Consolidator,
        ModelStage.Summarize => Summarizer,
        ModelStage.Answer => Answerer,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "There is no such stage."),
    };
}
