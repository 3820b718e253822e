using System.Text.Json;
using Microsoft.Extensions.AI;
using OMem.Tests.Models;

namespace OMem.Tests.Consolidation.Judging;

/// <summary>The data of a judging call, as a model sees it.</summary>
internal sealed record JudgeView(IReadOnlyList<JudgeViewItem> Known, IReadOnlyList<JudgeViewItem> New)
{
    public static JudgeView Of(ScriptedCall call)
    {
        using var json = JsonDocument.Parse(call.Messages.First(message => message.Role == ChatRole.User).Text);
        return new JudgeView(List(json.RootElement.GetProperty("known")), List(json.RootElement.GetProperty("new")));
    }

    /// <summary>The number of the first thing near a statement whose text holds some words.</summary>
    public int Near(JudgeViewItem item, string words) =>
        Known.Concat(New).First(other => item.Near.Contains(other.N) && other.Text.Contains(words, StringComparison.Ordinal)).N;

    private static List<JudgeViewItem> List(JsonElement items) => [.. items.EnumerateArray().Select(item => new JudgeViewItem(
        item.GetProperty("n").GetInt32(),
        item.GetProperty("kind").GetString()!,
        item.GetProperty("text").GetString()!,
        item.TryGetProperty("near", out var near) ? [.. near.EnumerateArray().Select(number => number.GetInt32())] : []))];
}

internal sealed record JudgeViewItem(int N, string Kind, string Text, IReadOnlyList<int> Near);
