using System.Text.Json;
using Microsoft.Extensions.AI;
using OMem.Tests.Models;

namespace OMem.Tests.Consolidation.Clusters.Summaries;

/// <summary>The data of a summarising call, as a model sees it.</summary>
internal sealed record SummaryView(IReadOnlyList<SummaryViewGroup> Groups)
{
    public static SummaryView Of(ScriptedCall call)
    {
        using var json = JsonDocument.Parse(call.Messages.First(message => message.Role == ChatRole.User).Text);
        return new SummaryView([.. json.RootElement.GetProperty("groups").EnumerateArray().Select(group => new SummaryViewGroup(
            group.GetProperty("n").GetInt32(),
            group.GetProperty("about").GetString()!,
            [.. group.GetProperty("statements").EnumerateArray().Select(statement => statement.GetString()!)]))]);
    }
}

internal sealed record SummaryViewGroup(int N, string About, IReadOnlyList<string> Statements);
