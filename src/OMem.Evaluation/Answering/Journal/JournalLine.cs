using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OMem.Evaluation;

/// <summary>One line of a run's journal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RunLine), "run")]
[JsonDerivedType(typeof(AnswerLine), "answer")]
[JsonDerivedType(typeof(JudgeLine), "judge")]
[JsonDerivedType(typeof(BuildLine), "build")]
[JsonDerivedType(typeof(SizeLine), "size")]
internal abstract record JournalLine;

/// <summary>The first line: everything that makes answers comparable. A run goes on only with the same.</summary>
internal sealed record RunLine(IReadOnlyDictionary<string, string> Settings) : JournalLine;

/// <summary>An answer, or the error in its place.</summary>
internal sealed record AnswerLine : JournalLine
{
    /// <summary>The system.</summary>
    public required string System { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>The answer as it was given; null when there was an error.</summary>
    public string? Answer { get; init; }

    /// <summary>What the model wrote, where more or something else than the answer was taken from it.</summary>
    public string? Raw { get; init; }

    /// <summary>What went wrong, without content.</summary>
    public string? Error { get; init; }

    /// <summary>Tokens of the context block.</summary>
    public int ContextTokens { get; init; }

    /// <summary>What became of the evidence.</summary>
    public EvidenceFate Evidence { get; init; } = new(0, 0, 0);

    /// <summary>What the calls cost.</summary>
    public CallCost Cost { get; init; }

    /// <summary>Time until the context was there.</summary>
    public double RecallMilliseconds { get; init; }

    /// <summary>Time of the reader.</summary>
    public double AnswerMilliseconds { get; init; }
}

/// <summary>What a judge wrote about an answer.</summary>
internal sealed record JudgeLine(string System, string Question, string Judge, IReadOnlyList<string> Replies, CallCost Cost) : JournalLine;

/// <summary>A measured step of building a memory.</summary>
internal sealed record BuildLine(BuildStep Step) : JournalLine;

/// <summary>Bytes of a system's memory at the end of a conversation.</summary>
internal sealed record SizeLine(string System, string Conversation, int Messages, long Bytes) : JournalLine;

[JsonSerializable(typeof(JournalLine))]
internal sealed partial class JournalJson : JsonSerializerContext
{
    /// <summary>Keeps letters of all languages readable.</summary>
    public static JournalJson Readable { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
