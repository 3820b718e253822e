using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OMem.Models.Stress;

/// <summary>
/// What building a memory of real messages costs when each message tells a fact and every second one an attribute, in its own words. A memory larger than
/// the file repeats it with later dates; varied, with every fourth word another, so that each message is near to what each round has told before it.
/// </summary>
internal static class LogCostCommand
{
    private const int MostCharacters = 60;

    /// <param name="file">Messages as JSON Lines, as <c>omem export</c> writes them.</param>
    /// <param name="isVaried">Whether repeated messages have other words.</param>
    /// <param name="sizes">Of how many of them.</param>
    public static async Task<int> RunAsync(string file, bool isVaried, IReadOnlyList<int> sizes)
    {
        var messages = File.ReadLines(file).Where(static line => line.Contains("\"text\"", StringComparison.Ordinal)).Select(PaperCostCommand.Read).ToList();
        Console.WriteLine("messages  calls/message  prompt tokens/message  of the last tenth  attributes  facts  clusters  by stage (calls, prompt tokens/message)");
        foreach (var size in sizes)
        {
            await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Answerer = LoopbackAnswerers.Chain(LoopbackAnswerers.Of(Read), LoopbackAnswerers.Default) });
            await MeasureAsync(server.Endpoint.ToString(), [.. Enumerable.Range(0, size).Select(i => Repeated(messages, i, isVaried))]);
        }

        return 0;
    }

    private static async Task MeasureAsync(string endpoint, List<Interaction> messages)
    {
        var folder = Directory.CreateTempSubdirectory("omem-log-");
        try
        {
            await using var engine = new Engines(Path.Combine(folder.FullName, "memory.db"), endpoint);
            var most = messages.Count - (messages.Count / 10);
            await engine.Memory.RememberAsync([.. messages.Take(most)]);
            await engine.Memory.FlushAsync();
            var before = (await engine.Memory.GetStatusAsync()).Usage.Sum(static usage => usage.PromptTokens);
            await engine.Memory.RememberAsync([.. messages.Skip(most)]);
            await engine.Memory.FlushAsync();
            var usage = (await engine.Memory.GetStatusAsync()).Usage;
            var card = await engine.Memory.GetPersonaAsync(new PersonaQuery());
            var prompt = usage.Sum(static stage => stage.PromptTokens);
            var size = (double)messages.Count;
            Console.WriteLine(FormattableString.Invariant(
                $"{messages.Count,8}  {usage.Sum(static stage => stage.Calls) / size,13:F4}  {prompt / size,21:F1}  {(prompt - before) / (size / 10),17:F1}  {card.Attributes.Count,10}  {card.Facts.Count,5}  {card.Clusters.Count,8}  {string.Join(", ", usage.Select(stage => FormattableString.Invariant($"{stage.Stage} {stage.Calls} {stage.PromptTokens / size:F1}")))}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The message at a place, the file repeated: each round is a year later.</summary>
    private static Interaction Repeated(List<Interaction> messages, int place, bool isVaried)
    {
        var (round, message) = (place / messages.Count, messages[place % messages.Count]);
        return round == 0 ? message : message with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{message.Id}-{round}"),
            OccurredAt = message.OccurredAt.AddYears(round),
            Text = !isVaried ? message.Text : string.Join(' ', message.Text.Split(' ').Select((word, i) => i % 4 == 3 ? string.Create(CultureInfo.InvariantCulture, $"{word}{(char)('a' + round)}") : word)),
        };
    }

    private static string? Read(LoopbackRequest request)
    {
        if (!request.Input.StartsWith("{\"context\"", StringComparison.Ordinal))
        {
            return null;
        }

        var (attributes, facts, read) = (new JsonArray(), new JsonArray(), new JsonArray());
        foreach (var message in JsonNode.Parse(request.Input)!["messages"]!.AsArray())
        {
            var (n, speaker, text) = (message!["n"]!.GetValue<int>(), message["speaker"]!.GetValue<string>(), message["text"]!.GetValue<string>());
            var words = Words(text);
            facts.Add((JsonNode)new JsonObject
            {
                ["message"] = n, ["words"] = words, ["subject"] = speaker, ["text"] = $"{speaker} {words}", ["polarity"] = "positive", ["tense"] = "past",
            });
            read.Add((JsonNode)new JsonObject { ["message"] = n, ["items"] = n % 2 == 0 ? 2 : 1 });
            if (n % 2 == 0)
            {
                attributes.Add((JsonNode)new JsonObject
                {
                    ["message"] = n, ["words"] = words, ["subject"] = speaker, ["aspect"] = "habit", ["value"] = words, ["text"] = $"{speaker} {words}", ["polarity"] = "positive", ["tense"] = "present",
                });
            }
        }

        return new JsonObject { ["topics"] = new JsonArray(), ["attributes"] = attributes, ["facts"] = facts, ["read"] = read }.ToJsonString();
    }

    /// <summary>The last words of a message: what it comes to, after its greetings.</summary>
    private static string Words(string text) => text.Length <= MostCharacters ? text : text[(text.LastIndexOf(' ', text.Length - MostCharacters) + 1)..];
}
