using System.Text.Json;
using Microsoft.Extensions.AI;
using OMem.Tests.Models;

namespace OMem.Tests.Paper;

/// <summary>A scripted model that knows the calls of the published method by what their data hold, and answers each as a test says.</summary>
internal sealed class PaperModel
{
    private readonly Func<string, string?>? _raw;

    /// <param name="raw">An answer by the data of a call; where it gives null, and without it, the call is answered as scripted.</param>
    public PaperModel(Func<string, string?>? raw = null)
    {
        _raw = raw;
        Client = new ScriptedChatClient(Answer);
    }

    public ScriptedChatClient Client { get; }

    /// <summary>Facts of a message. By default its text, where it begins with "I ".</summary>
    public Func<string, string[]> Facts { get; set; } = static text => text.StartsWith("I ", StringComparison.Ordinal) ? [$"Alice: {text}"] : [];

    public Func<string, string[]> Attributes { get; set; } = static text => text.StartsWith("My ", StringComparison.Ordinal) ? [$"Alice: {text}"] : [];

    public Func<string, string> Topic { get; set; } = static _ => "";

    public Func<RouteView, (string Action, object? Target)> Route { get; set; } = static _ => ("add", null);

    public Func<IReadOnlyList<string>, object[]> Merge { get; set; } = static attributes => [new { aspect = "all", text = string.Join(" / ", attributes) }];

    public IReadOnlyList<ScriptedCall> Understandings => Calls("text");

    public IReadOnlyList<RouteView> Routings => [.. Calls("known").Select(RouteView.Of)];

    public IReadOnlyList<IReadOnlyList<string>> Mergings => [.. Calls("attributes").Select(static call => Strings(Data(call).GetProperty("attributes")))];

    public static JsonElement Data(ScriptedCall call) => JsonDocument.Parse(call.Messages.First(static message => message.Role == ChatRole.User).Text).RootElement;

    private IReadOnlyList<ScriptedCall> Calls(string field) => [.. Client.Calls.Where(call => call.Messages[1].Text.StartsWith('{') && Data(call).TryGetProperty(field, out _))];

    private string Answer(ScriptedCall call)
    {
        if (_raw?.Invoke(call.Messages[1].Text) is { } raw)
        {
            return raw;
        }

        if (!call.Messages[1].Text.StartsWith('{'))
        {
            return "an answer";
        }

        var data = Data(call);
        if (data.TryGetProperty("text", out var text))
        {
            var said = text.GetString()!;
            return JsonSerializer.Serialize(new { topic = Topic(said), attitude = "mixed", reason = "", facts = Facts(said), attributes = Attributes(said) });
        }

        if (data.TryGetProperty("known", out _))
        {
            var (action, target) = Route(RouteView.Of(call));
            return JsonSerializer.Serialize(new { action, target });
        }

        return JsonSerializer.Serialize(new { attributes = Merge(Strings(data.GetProperty("attributes"))) });
    }

    private static IReadOnlyList<string> Strings(JsonElement list) => [.. list.EnumerateArray().Select(static item => item.GetString()!)];
}

/// <summary>A router's question.</summary>
internal sealed record RouteView(string Kind, string New, IReadOnlyList<string> Known, IReadOnlyList<ChatMessage> Messages)
{
    /// <summary>The id of the first entry that holds a word.</summary>
    public int IdOf(string word) => Known.TakeWhile(text => !text.Contains(word, StringComparison.Ordinal)).Count() + 1;

    public static RouteView Of(ScriptedCall call)
    {
        var data = PaperModel.Data(call);
        var known = data.GetProperty("known").EnumerateArray().ToList();
        known.Select(static entry => entry.GetProperty("id").GetInt32()).ShouldBe(Enumerable.Range(1, known.Count));
        return new RouteView(
            data.GetProperty("kind").GetString()!, data.GetProperty("new").GetString()!, [.. known.Select(static entry => entry.GetProperty("text").GetString()!)], call.Messages);
    }
}
