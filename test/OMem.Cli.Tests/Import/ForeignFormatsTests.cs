using OMem.Cli.Import;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Import;

/// <summary>Every sample of another system's layout: told without being named, and every entry either taken or left out for a reason.</summary>
public sealed class ForeignFormatsTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public Task ChatGpt_Sample_FollowsTheBranchThatIsShown() => ShouldReadAsync(
        "chatgpt-conversations.json",
        ImportFormat.Chatgpt,
        [
            "- hidden in the conversation",
            "Person|user|c-porto|2024-05-01T10:01:00.123+00:00|I am moving to Porto in June with my dog Rex.",
            "- tool call",
            "- tool output",
            "Assistant|ChatGPT|c-porto|2024-05-01T10:01:10+00:00|Porto has many parks for Rex.",
            "Person|user|c-porto|2024-05-01T10:01:40+00:00|This is the flat I found.",
            "- no text (an image or a file)",
            "- on a branch that was edited or regenerated away",
        ]);

    [Fact]
    public Task Claude_Sample_TakesTheTextBlocks() => ShouldReadAsync(
        "claude-conversations.json",
        ImportFormat.Claude,
        [
            "Person|user|5b1c0000-0000-4000-8000-000000000001|2025-02-01T08:00:01.123+00:00|I bake rye bread every Sunday.",
            "- attached file",
            "Assistant|Claude|5b1c0000-0000-4000-8000-000000000001|2025-02-01T08:00:09+00:00|Let me look./Use a hotter oven.",
            "- no text (a tool call, an image or a file)",
            "Person|user|5b1c0000-0000-4000-8000-000000000001|2025-02-01T08:02:00+00:00|That helped, thanks.",
        ]);

    [Fact]
    public Task OpenAiMessages_Sample_TakesTextPartsAndGivesTimes() => ShouldReadAsync(
        "openai-messages.jsonl",
        ImportFormat.Messages,
        [
            "System|system|chat-1|2024-01-01T00:00:00+00:00|Be brief.",
            "Person|user|chat-1|2024-01-01T00:01:00+00:00|I play the cello.",
            "Assistant|assistant|chat-1|2024-01-01T00:02:00+00:00|Since when?",
            "Person|user|chat-1|2024-01-01T00:03:00+00:00|Since I was nine.",
            "Person|user|chat-2|2024-01-01T00:04:00+00:00|My cello teacher is called Ute.",
            "Tool|tool|chat-2|2024-01-01T00:05:00+00:00|found",
            "Assistant|assistant|chat-2|2024-01-01T00:06:00+00:00|Noted.",
        ],
        new ImportOptions(StartedAt: Start));

    [Fact]
    public Task Mem0_Sample_TakesMemoriesAsNotThePersonsOwnWord() => ShouldReadAsync(
        "mem0-memories.json",
        ImportFormat.Mem0,
        [
            "Tool|mem0||2024-07-20T09:30:00.108-07:00|Likes to hike in the Alps",
            "Tool|mem0|run-7|2024-08-01T10:00:00+00:00|Is allergic to peanuts",
            "- relation of the graph (its memory is read)",
        ]);

    [Fact]
    public async Task Mem0_Metadata_KeepsWhoAndWhatElse()
    {
        var (_, items) = await ImportSamples.ReadAsync("mem0-memories.json");

        var first = items[0].Interaction.ShouldNotBeNull();
        first.Id.ShouldBe("mem0-8f0e6a10-0000-4000-8000-000000000001");
        first.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}").ShouldBe(
            ["categories=[\"sports\"]", "category=hobbies", "source=mem0", "userId=nina"]);
    }

    [Fact]
    public Task ZepSession_Sample_TakesNamesAndRoleTypes() => ShouldReadAsync(
        "zep-session.json",
        ImportFormat.Messages,
        [
            "Person|Omar||2024-04-02T10:00:00+00:00|I sold my car in March.",
            "Assistant|helper||2024-04-02T10:00:05+00:00|How do you travel now?",
            "Person|Omar||2024-04-02T10:00:09+00:00|By bike.",
        ]);

    [Fact]
    public Task ZepGraph_Sample_TakesEpisodesAndFactsFromWhenTheyWereTrue() => ShouldReadAsync(
        "zep-graph.json",
        ImportFormat.Zep,
        [
            "Person|Omar||2024-04-02T10:00:00+00:00|I sold my car in March.",
            "Tool|zep||2024-04-03T10:00:00+00:00|Omar's calendar is full in May.",
            "Tool|zep||2022-01-01T00:00:00+00:00|Omar works at the harbour.",
            "Tool|zep||2024-04-02T10:00:11+00:00|Omar rides a bike.",
            "- node of the graph (its facts are read)",
        ]);

    [Fact]
    public Task LettaAgentFile_Sample_OpensEnvelopesAndSentMessages() => ShouldReadAsync(
        "letta-agent.af",
        ImportFormat.Letta,
        [
            "- instructions of the system",
            "- event of the agent",
            "Person|Ivo|agent-0|2025-03-01T12:00:02+00:00|I keep bees.",
            "Assistant|companion|agent-0|2025-03-01T12:00:03+00:00|How many hives?",
            "- tool output",
            "- tool call",
            "Person|Ivo|agent-0|2025-03-01T12:01:00+00:00|Four.",
            "- memory block that is not about the person",
            "Tool|letta||2025-03-01T12:02:00+00:00|Keeps bees.",
        ],
        new ImportOptions { Speaker = "Ivo" });

    [Fact]
    public Task LettaMessages_Sample_TakesWhatWasSaid() => ShouldReadAsync(
        "letta-messages.json",
        ImportFormat.Letta,
        [
            "Person|user||2025-03-01T12:00:02+00:00|I keep bees.",
            "- reasoning",
            "Assistant|Letta||2025-03-01T12:00:04+00:00|How many hives?",
        ]);

    [Fact]
    public Task Csv_Sample_ReadsQuotesLineEndsAndBothKindsOfTime() => ShouldReadAsync(
        "messages.csv",
        ImportFormat.Csv,
        [
            "Person|Lea|ward|2024-05-01T18:30:00+02:00|I work as a nurse, \"mostly\" nights.",
            "Person|Tom|ward|2024-05-01T16:31:00+00:00|Two lines:/rest well.",
            "Person|Lea|ward|2024-05-01T16:32:00+00:00|Thanks!",
        ]);

    [Theory]
    [InlineData("chatgpt-conversations.json")]
    [InlineData("claude-conversations.json")]
    [InlineData("mem0-memories.json")]
    [InlineData("zep-graph.json")]
    [InlineData("letta-agent.af")]
    [InlineData("messages.csv")]
    public async Task EverySample_ReadTwice_GivesTheSameIdsEachOnce(string name)
    {
        var first = (await ImportSamples.ReadAsync(name)).Items.Select(item => item.Interaction?.Id).OfType<string>().ToList();
        var second = (await ImportSamples.ReadAsync(name)).Items.Select(item => item.Interaction?.Id).OfType<string>().ToList();

        first.ShouldNotBeEmpty();
        first.Distinct(StringComparer.Ordinal).Count().ShouldBe(first.Count);
        second.ShouldBe(first);
    }

    private static async Task ShouldReadAsync(string name, ImportFormat format, string[] expected, ImportOptions? options = null)
    {
        var (detected, items) = await ImportSamples.ReadAsync(name, options);

        items.Select(ImportSamples.Describe).ShouldBe(expected);
        detected.ShouldBe(format);
    }
}
