using System.ComponentModel;
using System.Text.Json.Serialization;

namespace OMem.Consolidation.Paper;

/// <summary>A router's question.</summary>
/// <param name="Kind"><c>fact</c> or <c>attribute</c>.</param>
/// <param name="New">What was read.</param>
/// <param name="Known">The whole current list.</param>
internal sealed record RouteInput(string Kind, string New, IReadOnlyList<RouteEntry> Known);

/// <summary>An entry of the list.</summary>
/// <param name="Id">Its number in this call, from 1.</param>
/// <param name="Text">What it says.</param>
internal sealed record RouteEntry(int Id, string Text);

/// <summary>A router's answer.</summary>
internal sealed record RouteAnswer
{
    [Description("add, ignore or update")]
    public string? Action { get; init; }

    [Description("an id of the list, or null")]
    public int? Target { get; init; }
}

/// <summary>A component to merge.</summary>
internal sealed record MergeInput(string Subject, IReadOnlyList<string> Attributes);

/// <summary>What a component was merged to.</summary>
internal sealed record MergeAnswer
{
    public IReadOnlyList<MergedAttribute?>? Attributes { get; init; }
}

/// <summary>One merged attribute.</summary>
internal sealed record MergedAttribute
{
    public string? Aspect { get; init; }

    public string? Text { get; init; }
}

/// <summary>Metadata of the calls' JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(RouteInput))]
[JsonSerializable(typeof(RouteAnswer))]
[JsonSerializable(typeof(MergeInput))]
[JsonSerializable(typeof(MergeAnswer))]
internal sealed partial class PaperJson : JsonSerializerContext;
