using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OMem.LoopbackModel;

/// <summary>Answers OMem's reading prompt by a few rules over the messages: likes, homes, jobs, relatives, events of yesterday. Plausible in form and length, not in quality.</summary>
internal sealed partial class ReadingAnswerer : ILoopbackAnswerer
{
    private const int MostValueWords = 6;

    public string? TryAnswer(LoopbackRequest request)
    {
        if (Input(request.Input) is not { } messages)
        {
            return null;
        }

        var topics = new JsonArray();
        var attributes = new JsonArray();
        var facts = new JsonArray();
        foreach (var message in messages)
        {
            var n = message["n"]!.GetValue<int>();
            var speaker = message["speaker"]!.GetValue<string>();
            var text = message["text"]!.GetValue<string>();
            if (LongWord().Match(text) is { Success: true } topic)
            {
                topics.Add((JsonNode)new JsonObject { ["message"] = n, ["label"] = topic.Value.ToLowerInvariant(), ["words"] = topic.Value });
            }

            if (message["role"]!.GetValue<string>() is not "person")
            {
                continue;
            }

            AddAll(attributes, Like(), text, n, speaker, "preference", "likes");
            AddAll(attributes, Home(), text, n, speaker, "home", "lives in");
            AddAll(attributes, Job(), text, n, speaker, "job", "works as");
            AddAll(attributes, Relative(), text, n, speaker, "relation", "has the relative");
            foreach (Match match in Event().Matches(text))
            {
                facts.Add((JsonNode)Fact(match, n, speaker, message["at"]!.GetValue<string>()));
            }
        }

        return new JsonObject { ["topics"] = topics, ["attributes"] = attributes, ["facts"] = facts, ["read"] = Account(messages, topics, attributes, facts) }.ToJsonString();
    }

    /// <summary>Every message with the number of entries about it.</summary>
    private static JsonArray Account(List<JsonNode> messages, params JsonArray[] lists) => new([.. messages.Select(message => message["n"]!.GetValue<int>()).Select(n => (JsonNode)new JsonObject
    {
        ["message"] = n, ["items"] = lists.Sum(list => list.Count(entry => entry!["message"]!.GetValue<int>() == n)),
    })]);

    private static List<JsonNode>? Input(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject input && input.ContainsKey("context") && input["messages"] is JsonArray { Count: > 0 } messages && messages[0]?["n"] is not null
                ? [.. messages.Select(message => message!)]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void AddAll(JsonArray into, Regex rule, string text, int n, string speaker, string aspect, string verb)
    {
        foreach (Match match in rule.Matches(text))
        {
            var value = Short(match.Groups["value"].Value);
            into.Add((JsonNode)new JsonObject
            {
                ["message"] = n, ["words"] = match.Value, ["subject"] = speaker, ["aspect"] = aspect, ["value"] = value, ["text"] = $"{speaker} {verb} {value}",
                ["polarity"] = match.Value.Contains("hate", StringComparison.Ordinal) ? "negative" : "positive", ["tense"] = "present",
                ["from"] = null, ["to"] = null, ["when"] = null, ["corrects"] = null,
            });
        }
    }

    private static JsonObject Fact(Match match, int n, string speaker, string at)
    {
        var isDated = match.Value.Contains("yesterday", StringComparison.Ordinal);
        var day = DateTimeOffset.ParseExact(at, "ddd yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture).AddDays(-1);
        return new JsonObject
        {
            ["message"] = n, ["words"] = match.Value, ["subject"] = speaker, ["text"] = $"{speaker} {match.Groups["verb"].Value} {Short(match.Groups["value"].Value)}",
            ["polarity"] = "positive", ["tense"] = "past", ["from"] = isDated ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            ["to"] = null, ["when"] = isDated ? "yesterday" : null,
        };
    }

    private static string Short(string value) => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostValueWords));

    [GeneratedRegex(@"\p{L}{6,20}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LongWord();

    [GeneratedRegex(@"\bI (?:really )?(?:love|like|enjoy|hate) (?<value>[\p{L}\p{N}' -]{3,60})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Like();

    [GeneratedRegex(@"\bI (?:live in|moved to) (?<value>\p{Lu}[\p{L}\p{N}-]+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Home();

    [GeneratedRegex(@"\bI work as (?<value>[\p{L} -]{3,40})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Job();

    [GeneratedRegex(@"\b[Mm]y (?<value>(?:sister|brother|mother|father|friend|son|daughter|wife|husband|dog|cat) \p{Lu}\p{L}+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\bI (?<verb>went|visited|bought|finished|started|took|made|ran|met|joined|painted|saw) (?<value>[\p{L}\p{N}' -]{3,80})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Event();
}
