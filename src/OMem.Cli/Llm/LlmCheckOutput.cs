using OMem.ChatClients;

namespace OMem.Cli.Llm;

/// <summary>What a check found, with a verdict.</summary>
internal sealed record LlmCheckOutput
{
    /// <summary>Where it is.</summary>
    public required string Endpoint { get; init; }

    /// <summary>What it is called.</summary>
    public required string Model { get; init; }

    /// <summary>What it is used for.</summary>
    public required IReadOnlyList<ModelRole> Roles { get; init; }

    /// <summary>Whether it can do what it is used for.</summary>
    public required bool Ok { get; init; }

    /// <summary>Why it cannot; null when it can.</summary>
    public string? Error { get; init; }

    /// <summary>What kind of fault it is.</summary>
    public ModelFault? Fault { get; init; }

    /// <summary>Whether the endpoint could be reached.</summary>
    public bool Reachable { get; init; }

    /// <summary>Whether it lists the model; null when it lists none.</summary>
    public bool? Listed { get; init; }

    /// <summary>Whether it answers.</summary>
    public bool Answers { get; init; }

    /// <summary>Whether answers can be made to follow a schema.</summary>
    public StructuredOutput StructuredOutput { get; init; }

    /// <summary>Whether answers can be streamed.</summary>
    public bool Streams { get; init; }

    /// <summary>Median of the short calls, milliseconds.</summary>
    public double? LatencyMilliseconds { get; init; }

    /// <summary>Calls that were made.</summary>
    public int Calls { get; init; }

    /// <summary>Prompt tokens as reported; null when they are not.</summary>
    public long? PromptTokens { get; init; }

    /// <summary>Tokens of the answers, likewise.</summary>
    public long? CompletionTokens { get; init; }

    /// <summary>Judges a check.</summary>
    public static LlmCheckOutput From(ModelCheck check)
    {
        var error = check.Fault?.Message ?? StructureFault(check);
        return new LlmCheckOutput
        {
            Endpoint = check.Model.Endpoint.AbsoluteUri,
            Model = check.Model.Model,
            Roles = check.Roles,
            Ok = error is null,
            Error = error,
            Fault = check.Fault?.Fault,
            Reachable = check.Fault?.Fault is not (ModelFault.Unreachable or ModelFault.TimedOut),
            Listed = check.IsListed,
            Answers = check.Answers,
            StructuredOutput = check.StructuredOutput,
            Streams = check.StreamedPieces > 0,
            LatencyMilliseconds = check.Latency is { } latency ? Math.Round(latency.TotalMilliseconds, 1) : null,
            Calls = check.Calls,
            PromptTokens = check.PromptTokens,
            CompletionTokens = check.CompletionTokens,
        };
    }

    /// <summary>Reading, consolidating and summarising want JSON; answering does not.</summary>
    private static string? StructureFault(ModelCheck check)
    {
        var needy = check.Roles.Where(role => role is ModelRole.Reader or ModelRole.Consolidator or ModelRole.Summarizer).ToList();
        return needy.Count > 0 && check.StructuredOutput is StructuredOutput.Refused or StructuredOutput.Ignored
            ? $"Model '{check.Model.Model}' answers, but without structured output (it {(check.StructuredOutput is StructuredOutput.Refused ? "refuses" : "ignores")} a JSON schema), "
                + $"which {string.Join(", ", needy.Select(role => role.ToString().ToLowerInvariant()))} need: expect answers that have to be asked for again, or use another model."
            : null;
    }
}
