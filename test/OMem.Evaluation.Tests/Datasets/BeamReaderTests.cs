namespace OMem.Evaluation.Tests;

public sealed class BeamReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_Chats_AreInNumericOrder()
    {
        WriteChat("100K/10");
        WriteChat("100K/9");

        var dataset = await BeamReader.ReadAsync(_folder.Path);

        dataset.Conversations.Select(c => c.Id).ShouldBe(["100K/9", "100K/10"]);
        dataset.Granularity.ShouldBe(Granularity.Turn);
    }

    [Fact]
    public async Task Read_Messages_CarryRoleSessionAndDate()
    {
        WriteChat("100K/1");

        var turns = (await BeamReader.ReadAsync(Path.Combine(_folder.Path, "100K", "1"))).Conversations[0].Interactions;

        turns.Select(t => t.Id).ShouldBe(["1/0", "1/1", "1/2", "1/3"]);
        turns.Select(t => t.Role).ShouldBe([SpeakerRole.Person, SpeakerRole.Assistant, SpeakerRole.Person, SpeakerRole.Person]);
        turns.Select(t => t.Session).ShouldBe(["1/batch-1", "1/batch-1", "1/batch-1", "1/batch-2"]);
        turns[2].OccurredAt.ShouldBe(new DateTimeOffset(2024, 3, 15, 0, 0, 0, TimeSpan.Zero));
        turns[3].OccurredAt.ShouldBe(new DateTimeOffset(2024, 4, 2, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Read_Sources_AreFlattenedAndCounted()
    {
        WriteChat("c");

        var dataset = await BeamReader.ReadAsync(_folder.Path);

        var gold = dataset.Conversations[0].Questions.ToDictionary(q => q.Category, q => q.Gold);
        gold["knowledge_update"].ShouldBe(["c/3"]);
        gold["event_ordering"].ShouldBe(["c/0", "c/2", "c/3"]);
        gold["information_extraction"].ShouldBe(["c/2"]);
        gold.ContainsKey("abstention").ShouldBeFalse();
        dataset.Dropped["questionsWithoutEvidence"].ShouldBe(1);
        dataset.Dropped["unresolvedEvidence"].ShouldBe(1);
        dataset.Dropped["emptyTurns"].ShouldBe(1);
    }

    [Fact]
    public async Task Read_ChatWithoutDates_IsReadAndCounted()
    {
        _folder.Write("c/chat.json", """[{"turns": [[{"role": "user", "id": 1, "content": "hello"}]]}]""");
        _folder.Write("c/probing_questions/probing_questions.json", "{}");

        var dataset = await BeamReader.ReadAsync(_folder.Path);

        dataset.Dropped["chatsWithoutTimeAnchor"].ShouldBe(1);
        dataset.Conversations[0].Interactions[0].Session.ShouldBe("c/batch-1");
    }

    [Theory]
    [InlineData("""[{"turns": [[{"role": "robot", "id": 1, "content": "x"}]]}]""", "$[0].turns[0][0].role")]
    [InlineData("""[{"turns": [[{"role": "user", "content": "x"}]]}]""", "$[0].turns[0][0].id")]
    [InlineData("""[{"turns": [[{"role": "user", "id": 1.5, "content": "x"}]]}]""", "$[0].turns[0][0].id")]
    [InlineData("""[{"turns": [{"role": "user", "id": 1, "content": "x"}]}]""", "$[0].turns[0]")]
    [InlineData("""[{"time_anchor": "yesterday", "turns": []}]""", "$[0].time_anchor")]
    [InlineData("""[{"turns": [[{"role": "user", "id": 1, "content": "x"}, {"role": "user", "id": 1, "content": "y"}]]}]""", "$[0].turns[0][1]")]
    public async Task Read_MalformedChat_NamesFileAndPath(string chat, string path)
    {
        _folder.Write("c/chat.json", chat);
        _folder.Write("c/probing_questions/probing_questions.json", "{}");

        var error = await Should.ThrowAsync<InvalidDatasetException>(() => BeamReader.ReadAsync(_folder.Path));

        error.File.ShouldBe("c/chat.json");
        error.Path.ShouldBe(path);
    }

    [Fact]
    public async Task Read_MissingQuestions_NamesTheFile()
    {
        _folder.Write("c/chat.json", Samples.BeamChat);

        var error = await Should.ThrowAsync<InvalidDatasetException>(() => BeamReader.ReadAsync(_folder.Path));

        error.File.ShouldBe("c/probing_questions/probing_questions.json");
    }

    [Fact]
    public async Task Read_FileOrEmptyFolder_IsAnError()
    {
        await Should.ThrowAsync<InvalidDatasetException>(() => BeamReader.ReadAsync(_folder.Path));
        await Should.ThrowAsync<InvalidDatasetException>(() => BeamReader.ReadAsync(_folder.Write("chat.json", Samples.BeamChat)));
    }

    private void WriteChat(string folder)
    {
        _folder.Write($"{folder}/chat.json", Samples.BeamChat);
        _folder.Write($"{folder}/probing_questions/probing_questions.json", Samples.BeamQuestions);
    }
}
