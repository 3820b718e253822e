using System.ComponentModel;
using System.Text.Json.Serialization;

namespace OMem.Consolidation.Clusters.Summaries;

/// <summary>What the model is asked for. Nothing of it is believed before <see cref="SummaryCheck"/> has seen it.</summary>
internal sealed record SummaryAnswer
{
    [Description("one for each group")]
    public IReadOnlyList<SummaryGroup?>? Groups { get; init; }

    /// <summary>Entries that did not have the right shape.</summary>
    [JsonIgnore]
    public int Misshapen { get; init; }
}

internal sealed record SummaryGroup
{
    [Description("number of the group")]
    public int? N { get; init; }

    [Description("1-3 lower-case words")]
    public string? Label { get; init; }

    [Description("one sentence")]
    public string? Summary { get; init; }
}
