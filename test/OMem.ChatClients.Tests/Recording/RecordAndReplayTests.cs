using System.Text.Json;
using OMem.ChatClients.Tests.Support;

namespace OMem.ChatClients.Tests.Recording;

/// <summary>What was recorded is replayed byte for byte.</summary>
public sealed class RecordAndReplayTests : IDisposable
{
    private const string Answer = "Jasmine tea, since May 🍵 – \"two cups\"\n\tand \u202Ebackwards\u202C.";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("omem-exchanges-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Replay_WholeAnswer_IsByteEqualWithUsage()
    {
        await using var server = await ServerAsync();
        using var recording = new RecordingChatClient(TestModels.Of(server).For(ModelRole.Reader)!, _folder.FullName);
        using var replay = new ReplayChatClient(_folder.FullName, TestModels.Name);

        var recorded = await recording.GetResponseAsync("What does Ana drink?", Options());
        var replayed = await replay.GetResponseAsync("What does Ana drink?", Options());

        Bytes(replayed).ShouldBe(Bytes(recorded));
        replayed.Text.ShouldBe(Answer);
        replayed.Usage!.InputTokenCount.ShouldBe(recorded.Usage!.InputTokenCount);
        replayed.FinishReason.ShouldBe(ChatFinishReason.Stop);
        server.Log.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Replay_Stream_HasTheSamePieces()
    {
        await using var server = await ServerAsync();
        using var recording = new RecordingChatClient(TestModels.Of(server).For(ModelRole.Reader)!, _folder.FullName);
        using var replay = new ReplayChatClient(_folder.FullName, TestModels.Name);

        var recorded = await recording.StreamAsync("What does Ana drink?", Options());
        var replayed = await replay.StreamAsync("What does Ana drink?", Options());

        replayed.Select(Bytes).ShouldBe(recorded.Select(Bytes));
        replayed.Count(update => update.Text.Length > 0).ShouldBeGreaterThan(1);
        replayed.ToChatResponse().Usage!.OutputTokenCount.ShouldBe(LoopbackTokens.Count(Answer));
        server.Log.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Replay_OtherWayThanRecorded_GivesTheSameWordsAndUsage(bool recordedAsStream)
    {
        await using var server = await ServerAsync();
        using var recording = new RecordingChatClient(TestModels.Of(server).For(ModelRole.Reader)!, _folder.FullName);
        using var replay = new ReplayChatClient(_folder.FullName, TestModels.Name);

        var recorded = recordedAsStream ? (await recording.StreamAsync("tea?")).ToChatResponse() : await recording.GetResponseAsync("tea?");
        var replayed = recordedAsStream ? await replay.GetResponseAsync("tea?") : (await replay.StreamAsync("tea?")).ToChatResponse();

        replayed.Text.ShouldBe(recorded.Text);
        replayed.Usage!.TotalTokenCount.ShouldBe(recorded.Usage!.TotalTokenCount);
        replayed.FinishReason.ShouldBe(recorded.FinishReason);
    }

    [Fact]
    public async Task Replay_Missing_NamesThePromptAndSaysHowToRecord()
    {
        using var replay = new ReplayChatClient(_folder.FullName, "m") { Name = "reader" };
        var prompt = "You read messages.\n" + new string('x', 300);

        var fault = await TestModels.FaultAsync(() => replay.GetResponseAsync([new ChatMessage(ChatRole.System, prompt), new ChatMessage(ChatRole.User, "secret words")]));

        fault.Fault.ShouldBe(ModelFault.Rejected);
        fault.IsTransient.ShouldBeFalse();
        fault.Message.ShouldContain("(reader)");
        fault.Message.ShouldContain($"\"You read messages. {new string('x', 181)}\"");
        fault.Message.ShouldContain("--llm-record");
        fault.Message.ShouldMatch("[0-9a-f]{64}");
        fault.Message.ShouldNotContain("secret words");
    }

    [Fact]
    public async Task Replay_EveryOptionThatMatters_MakesAnotherRequest()
    {
        await using var server = await ServerAsync();
        using var recording = new RecordingChatClient(TestModels.Of(server).For(ModelRole.Reader)!, _folder.FullName);
        ChatOptions?[] different =
        [
            null,
            new() { Temperature = 0 },
            new() { Temperature = 0.5f },
            new() { MaxOutputTokens = 10 },
            new() { Seed = 1 },
            new() { TopP = 0.5f },
            new() { StopSequences = ["x"] },
            new() { Instructions = "be short" },
            new() { ModelId = "other" },
            new() { ResponseFormat = ChatResponseFormat.Json },
            new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<int[]>() },
        ];

        foreach (var options in different)
        {
            await recording.GetResponseAsync("same", options);
        }

        await recording.GetResponseAsync("other", null);
        _folder.GetFiles().Length.ShouldBe(different.Length + 1);
    }

    [Fact]
    public async Task Replay_WhatDoesNotMatter_IsTheSameRequest()
    {
        await using var server = await ServerAsync();
        using var recording = new RecordingChatClient(TestModels.Of(server).For(ModelRole.Reader)!, _folder.FullName);
        using var replay = new ReplayChatClient(_folder.FullName, TestModels.Name);
        await recording.GetResponseAsync([new ChatMessage(ChatRole.User, "tea?") { MessageId = "1" }], new ChatOptions { AdditionalProperties = new() { ["omem.stage"] = "Read" } });

        var replayed = await replay.GetResponseAsync([new ChatMessage(ChatRole.User, "tea?") { MessageId = "2" }], new ChatOptions { AllowMultipleToolCalls = null });

        replayed.Text.ShouldBe(Answer);
    }

    [Fact]
    public async Task Record_Fault_LeavesNoFile()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Faults = FaultPlans.Sequence(LoopbackFault.ServerError, LoopbackFault.ResetMidAnswer) });
        using var recording = new RecordingChatClient(TestModels.Of(server).For(ModelRole.Reader)!, _folder.FullName);

        await TestModels.FaultAsync(() => recording.GetResponseAsync("tea?"));
        await TestModels.FaultAsync(() => recording.StreamAsync("tea?"));

        _folder.GetFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task Record_RefusedSchema_IsReplayedAsARefusal()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { StructuredOutput = false });
        using var models = TestModels.Of(server, change: settings => settings with { RecordFolder = _folder.FullName });
        using var replay = new ReplayChatClient(_folder.FullName, TestModels.Name);
        var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<int[]>() };

        var recorded = await TestModels.FaultAsync(() => models.For(ModelRole.Reader)!.GetResponseAsync("read", options));
        var replayed = await TestModels.FaultAsync(() => replay.GetResponseAsync("read", options));
        var streamed = await TestModels.FaultAsync(() => replay.StreamAsync("read", options));

        replayed.Message.ShouldBe(recorded.Message);
        replayed.Fault.ShouldBe(ModelFault.Rejected);
        replayed.UnsupportedOption.ShouldBe("response_format");
        streamed.UnsupportedOption.ShouldBe("response_format");
    }

    [Fact]
    public async Task Record_SameRequestTwice_KeepsTheLaterAnswer()
    {
        var calls = 0;
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Answerer = LoopbackAnswerers.Of(_ => $"answer {Interlocked.Increment(ref calls)}") });
        using var recording = new RecordingChatClient(TestModels.Of(server).For(ModelRole.Reader)!, _folder.FullName);
        using var replay = new ReplayChatClient(_folder.FullName, TestModels.Name);

        await recording.GetResponseAsync("tea?");
        await recording.GetResponseAsync("tea?");

        (await replay.GetResponseAsync("tea?")).Text.ShouldBe("answer 2");
        _folder.GetFiles().ShouldHaveSingleItem().Extension.ShouldBe(".json");
    }

    [Fact]
    public async Task RecordAndReplay_Together_AskOnlyForWhatIsMissing()
    {
        await using var server = await ServerAsync();
        using (var first = new RecordingChatClient(TestModels.Of(server).For(ModelRole.Reader)!, _folder.FullName))
        {
            await first.GetResponseAsync("old");
        }

        using var models = TestModels.Of(server, change: settings => settings with { RecordFolder = _folder.FullName, ReplayFolder = _folder.FullName });
        var client = models.For(ModelRole.Answerer)!;

        (await client.GetResponseAsync("old")).Text.ShouldBe(Answer);
        server.Log.Count.ShouldBe(1, "it was recorded before");
        await client.StreamAsync("new");
        server.Log.Count.ShouldBe(2);
        await client.GetResponseAsync("old");
        server.Log.Count.ShouldBe(3, "an answer that is asked for again was of no use");
    }

    [Fact]
    public async Task Record_TwoClientsAtOnce_LoseNothingAndLeaveWholeFiles()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Answerer = LoopbackAnswerers.Of(request => string.Concat(Enumerable.Repeat(request.Last("user"), 200))) });
        using var left = new RecordingChatClient(TestModels.Of(server).For(ModelRole.Reader)!, _folder.FullName);
        using var right = new RecordingChatClient(TestModels.Of(server).For(ModelRole.Reader)!, _folder.FullName);
        using var replay = new ReplayChatClient(_folder.FullName, TestModels.Name);

        await Parallel.ForEachAsync(Enumerable.Range(0, 120), async (number, cancellationToken) =>
        {
            var client = number % 2 == 0 ? left : right;
            await client.GetResponseAsync($"question {number % 20} ", cancellationToken: cancellationToken);
            (await replay.GetResponseAsync($"question {number % 20} ", cancellationToken: cancellationToken)).Text.ShouldStartWith($"question {number % 20} ");
        });

        _folder.GetFiles().Length.ShouldBe(20);
        _folder.GetFiles("*.tmp").ShouldBeEmpty();
    }

    [Fact]
    public async Task Record_File_IsReadableAndHoldsNoKey()
    {
        await using var server = await ServerAsync();
        using var models = TestModels.Of(server, key: TestModels.Key, change: settings => settings with { RecordFolder = _folder.FullName });

        await models.For(ModelRole.Reader)!.GetResponseAsync("What does Ana drink?", Options());

        var text = await File.ReadAllTextAsync(_folder.GetFiles().ShouldHaveSingleItem().FullName);
        text.ShouldNotContain(TestModels.Key);
        using var document = JsonDocument.Parse(text);
        document.RootElement.GetProperty("request").GetProperty("messages")[0].GetProperty("text").GetString().ShouldBe("What does Ana drink?");
        document.RootElement.GetProperty("request").GetProperty("model").GetString().ShouldBe(TestModels.Name);
        text.ShouldContain("Jasmine tea, since May ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"format":"omem-exchange/1"}""")]
    [InlineData("not json")]
    [InlineData("""{"format":"omem-exchange/1","key":"0"}""")]
    public async Task Replay_DamagedFile_IsAnErrorThatNamesIt(string content)
    {
        await using var server = await ServerAsync();
        using var recording = new RecordingChatClient(TestModels.Of(server).For(ModelRole.Reader)!, _folder.FullName);
        using var replay = new ReplayChatClient(_folder.FullName, TestModels.Name);
        await recording.GetResponseAsync("tea?");
        var file = _folder.GetFiles().ShouldHaveSingleItem().FullName;
        await File.WriteAllTextAsync(file, content);

        var fault = await TestModels.FaultAsync(() => replay.GetResponseAsync("tea?"));

        fault.Message.ShouldContain(file);
        fault.Message.ShouldContain("damaged");
    }

    [Fact]
    public async Task Record_LoneSurrogatesAndControls_AreTheSameRequestAgain()
    {
        await using var server = await ServerAsync();
        using var recording = new RecordingChatClient(TestModels.Of(server).For(ModelRole.Reader)!, _folder.FullName);
        using var replay = new ReplayChatClient(_folder.FullName, TestModels.Name);
        const string Odd = "half \uD83C a pair \u0000 \u001b[31m '; DROP TABLE x; --";

        await recording.GetResponseAsync(Odd);

        (await replay.GetResponseAsync(Odd)).Text.ShouldBe(Answer);
    }

    private static Task<LoopbackServer> ServerAsync() => LoopbackServer.StartAsync(new LoopbackOptions { Answerer = LoopbackAnswerers.Of(_ => Answer) });

    private static ChatOptions Options() => new() { Temperature = 0.1f, MaxOutputTokens = 500 };

    private static string Bytes(ChatResponse response) => JsonSerializer.Serialize(response, AIJsonUtilities.DefaultOptions);

    private static string Bytes(ChatResponseUpdate update) => JsonSerializer.Serialize(update, AIJsonUtilities.DefaultOptions);
}
