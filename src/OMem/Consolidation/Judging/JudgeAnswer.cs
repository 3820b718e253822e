using System.ComponentModel;
using System.Text.Json.Serialization;

namespace OMem.Consolidation.Judging;

/// <summary>What the model is asked for. Nothing of it is believed before <see cref="JudgeCheck"/> has seen it.</summary>
internal sealed record JudgeAnswer
{
    [Description("one for each new statement")]
    public IReadOnlyList<JudgeDecision?>? Decisions { get; init; }

    /// <summary>Entries that did not have the right shape.</summary>
    [JsonIgnore]
    public int Misshapen { get; init; }
}

internal sealed record JudgeDecision
{
    [Description("number of the new statement")]
    public int? N { get; init; }

    [Description("add, ignore, update or end")]
    public string? Action { get; init; }

    [Description("a number out of its near list; null for add")]
    public int? Target { get; init; }

    [Description("at most 12 words")]
    public string? Reason { get; init; }
}
