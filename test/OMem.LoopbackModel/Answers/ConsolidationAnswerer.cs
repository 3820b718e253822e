using System.Text.Json;
using System.Text.Json.Nodes;

namespace OMem.LoopbackModel;

/// <summary>
/// Answers OMem's consolidating and summarising prompts by rules: a statement with most words of a near one repeats it, any other is new;
/// a group is summed up by its first statement. Plausible in form and length, not in quality.
/// </summary>
internal sealed class ConsolidationAnswerer : ILoopbackAnswerer
{
    private const double Same = 0.8;

    public string? TryAnswer(LoopbackRequest request)
    {
        try
        {
            return JsonNode.Parse(request.Input) switch
            {
                JsonObject input when input["new"] is JsonArray news && input["known"] is JsonArray known => Judge(known, news),
                JsonObject input when input["groups"] is JsonArray groups => Summarize(groups),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Judge(JsonArray known, JsonArray news)
    {
        var texts = known.Concat(news).ToDictionary(item => item!["n"]!.GetValue<int>(), item => Words(item!));
        var decisions = new JsonArray();
        foreach (var item in news)
        {
            var n = item!["n"]!.GetValue<int>();
            var same = item["near"]!.AsArray().Select(near => near!.GetValue<int>()).FirstOrDefault(near => Overlap(texts[near], texts[n]) >= Same);
            decisions.Add((JsonNode)new JsonObject
            {
                ["n"] = n, ["action"] = same == 0 ? "add" : "ignore", ["target"] = same == 0 ? null : same, ["reason"] = same == 0 ? "tells something else" : "nearly the same words",
            });
        }

        return new JsonObject { ["decisions"] = decisions }.ToJsonString();
    }

    private static string Summarize(JsonArray groups) => new JsonObject
    {
        ["groups"] = new JsonArray([.. groups.Select(group => (JsonNode)new JsonObject
        {
            ["n"] = group!["n"]!.GetValue<int>(), ["label"] = "what they say", ["summary"] = $"{group["statements"]![0]!.GetValue<string>()}, and more of that kind",
        })]),
    }.ToJsonString();

    private static HashSet<string> Words(JsonNode item) =>
        [.. item["text"]!.GetValue<string>().ToLowerInvariant().Split([' ', '.', ',', '!', '?'], StringSplitOptions.RemoveEmptyEntries)];

    private static double Overlap(HashSet<string> left, HashSet<string> right) => (double)left.Count(right.Contains) / left.Union(right, StringComparer.Ordinal).Count();
}
