using System.Text.Json;
using Microsoft.Extensions.AI;

namespace OMem.Tests.Models;

/// <summary>The data of a reading call, as a model sees it.</summary>
internal sealed record ReadRequestView(IReadOnlyList<ReadMessageView> Context, IReadOnlyList<ReadMessageView> Messages)
{
    public static ReadRequestView Of(ScriptedCall call)
    {
        var data = call.Messages.First(message => message.Role == ChatRole.User).Text;
        using var json = JsonDocument.Parse(data);
        return new ReadRequestView(List(json.RootElement.GetProperty("context")), List(json.RootElement.GetProperty("messages")));
    }

    private static List<ReadMessageView> List(JsonElement messages) => [.. messages.EnumerateArray().Select(message => new ReadMessageView(
        message.TryGetProperty("n", out var n) ? n.GetInt32() : null,
        message.GetProperty("speaker").GetString()!,
        message.GetProperty("role").GetString()!,
        message.GetProperty("at").GetString()!,
        message.GetProperty("text").GetString()!))];
}

internal sealed record ReadMessageView(int? N, string Speaker, string Role, string At, string Text);
