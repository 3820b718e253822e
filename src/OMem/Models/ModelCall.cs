using System.Text.Json;
using Microsoft.Extensions.AI;

namespace OMem.Models;

/// <summary>One question to a stage's model.</summary>
/// <param name="Scope">Whose memory it is for: usage is counted there.</param>
/// <param name="Stage">The stage, which decides the client.</param>
/// <param name="Messages">The prompt.</param>
internal sealed record ModelCall(MemoryScope Scope, ModelStage Stage, IReadOnlyList<ChatMessage> Messages)
{
    /// <summary>The most tokens of the answer; null for the client's own limit.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>The temperature.</summary>
    public float Temperature { get; init; }
}

/// <summary>A question whose answer is JSON.</summary>
/// <param name="Question">The question.</param>
/// <param name="Json">Source-generated metadata of <typeparamref name="T"/>; also gives the schema that is asked for.</param>
/// <typeparam name="T">The shape of the answer: a JSON object.</typeparam>
internal sealed record ModelCall<T>(ModelCall Question, JsonSerializerOptions Json)
    where T : class
{
    /// <summary>Reads what can be read of an answer that does not have the shape as a whole: null when nothing can. Must not throw.</summary>
    public Func<JsonElement, T?>? Salvage { get; init; }
}

/// <summary>An answer and what it cost, attempts that failed before it included.</summary>
/// <param name="Value">The answer.</param>
/// <param name="Usage">The cost.</param>
internal sealed record ModelAnswer<T>(T Value, StageUsage Usage);
