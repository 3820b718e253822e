using System.Text.Json;
using System.Text.Json.Nodes;

namespace OMem.Models.Stress;

/// <summary>
/// What the published method costs on real messages when each one tells a fact and an attribute that were not known: as many as a model that is asked
/// for them finds in talk, more than the rules of the loopback server find.
/// </summary>
internal static class PaperCostCommand
{
    private const int MostCharacters = 80;

    /// <param name="file">Messages as JSON Lines, as <c>omem export</c> writes them.</param>
    /// <param name="sizes">Of how many of them, in order.</param>
    public static async Task<int> RunAsync(string file, IReadOnlyList<int> sizes)
    {
        var messages = File.ReadLines(file).Select(Read).ToList();
        Console.WriteLine("messages  calls/message  prompt tokens/message  of the last tenth  by stage (calls)");
        foreach (var size in sizes)
        {
            await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Answerer = LoopbackAnswerers.Chain(LoopbackAnswerers.Of(Understand), LoopbackAnswerers.Default) });
            var (status, before) = await BuildAsync(server.Endpoint.ToString(), [.. messages.Take(size)]);
            var prompt = status.Usage.Sum(static usage => usage.PromptTokens);
            var last = (prompt - before) / (size / 10.0);
            Console.WriteLine(FormattableString.Invariant(
                $"{size,8}  {status.Usage.Sum(static usage => usage.Calls) / (double)size,13:F2}  {prompt / (double)size,21:F1}  {last,17:F1}  {string.Join(", ", status.Usage.Select(static usage => $"{usage.Stage} {usage.Calls}"))}"));
        }

        return 0;
    }

    private static async Task<(MemoryStatus Status, long PromptBeforeLastTenth)> BuildAsync(string endpoint, List<Interaction> messages)
    {
        var folder = Directory.CreateTempSubdirectory("omem-paper-");
        try
        {
            await using var engine = new Engines(Path.Combine(folder.FullName, "memory.db"), endpoint, static options => options.Method = MemoryMethod.Paper);
            var most = messages.Count - (messages.Count / 10);
            await engine.Memory.RememberAsync([.. messages.Take(most)]);
            await engine.Memory.FlushAsync();
            var before = (await engine.Memory.GetStatusAsync()).Usage.Sum(static usage => usage.PromptTokens);
            await engine.Memory.RememberAsync([.. messages.Skip(most)]);
            await engine.Memory.FlushAsync();
            return (await engine.Memory.GetStatusAsync(), before);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? Understand(LoopbackRequest request)
    {
        if (!request.Last("user").StartsWith("{\"speaker\"", StringComparison.Ordinal))
        {
            return null;
        }

        var input = JsonNode.Parse(request.Last("user"))!;
        var (speaker, text) = (input["speaker"]!.GetValue<string>(), input["text"]!.GetValue<string>());
        var said = text.Length <= MostCharacters ? text : text[..MostCharacters];
        return new JsonObject
        {
            ["topic"] = said.Split(' ')[0], ["facts"] = new JsonArray($"{speaker} said: {said}"), ["attributes"] = new JsonArray($"{speaker} is one who says: {said}"),
        }.ToJsonString();
    }

    /// <summary>A message of an export.</summary>
    public static Interaction Read(string line)
    {
        var json = JsonDocument.Parse(line).RootElement;
        return new Interaction
        {
            Id = json.GetProperty("id").GetString()!,
            Speaker = json.GetProperty("speaker").GetString()!,
            Text = json.GetProperty("text").GetString()!,
            OccurredAt = json.GetProperty("occurredAt").GetDateTimeOffset(),
        };
    }
}
