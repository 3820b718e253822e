using System.Globalization;

namespace OMem.Evaluation.Tests;

public sealed class LoCoMoReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_Sessions_AreInNumericOrder()
    {
        var conversation = await ReadOneAsync(Samples.LoCoMo);

        conversation.Id.ShouldBe("talk-1");
        conversation.Interactions.Select(i => i.Id).ShouldBe(["talk-1/D2:1", "talk-1/D2:2", "talk-1/D2:3", "talk-1/D10:1", "talk-1/D10:2"]);
        conversation.Interactions.Select(i => i.Session).Distinct().ShouldBe(["talk-1/session_2", "talk-1/session_10"]);
    }

    [Fact]
    public async Task Read_Times_AreUtcOfTheSession()
    {
        var conversation = await ReadOneAsync(Samples.LoCoMo);

        conversation.Interactions[0].OccurredAt.ShouldBe(new DateTimeOffset(2023, 5, 8, 13, 56, 0, TimeSpan.Zero));
        conversation.Interactions[^1].OccurredAt.ShouldBe(new DateTimeOffset(2024, 1, 1, 0, 4, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("en-US")]
    public async Task Read_AnyCulture_GivesTheSameTimes(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            (await ReadOneAsync(Samples.LoCoMo)).Interactions[0].OccurredAt.ShouldBe(new DateTimeOffset(2023, 5, 8, 13, 56, 0, TimeSpan.Zero));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Read_ImageTurn_KeepsCaptionAsMetadata()
    {
        var turn = (await ReadOneAsync(Samples.LoCoMo)).Interactions[^1];

        turn.Text.ShouldBe("Look at this!");
        turn.Metadata["caption"].ShouldBe("a photo of a red kayak on a lake");
    }

    [Fact]
    public async Task Read_ImageWithoutText_TakesTheCaptionAsText()
    {
        var turn = (await ReadOneAsync(Samples.LoCoMo)).Interactions.Single(i => i.Id == "talk-1/D2:3");

        turn.Text.ShouldBe("[a green parrot]");
        turn.Metadata.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_Evidence_IsSplitNormalisedAndDistinct()
    {
        var questions = (await ReadOneAsync(Samples.LoCoMo)).Questions;

        questions.Select(q => q.Id).ShouldBe(["talk-1/q1", "talk-1/q2", "talk-1/q3"]);
        questions[1].Gold.ShouldBe(["talk-1/D10:1", "talk-1/D10:2"]);
        questions.Select(q => q.Category).ShouldBe(["single-hop", "multi-hop", "adversarial"]);
    }

    [Fact]
    public async Task Read_WhatCannotBeUsed_IsCounted()
    {
        var dataset = await LoCoMoReader.ReadAsync(_folder.Write("talk.json", Samples.LoCoMo));

        dataset.Dropped.ShouldBe(new Dictionary<string, int>
        {
            ["emptyTurns"] = 1,
            ["questionsWithoutEvidence"] = 2,
            ["sessionTimesWithoutTurns"] = 1,
            ["unresolvedEvidence"] = 2,
        }, ignoreOrder: true);
    }

    [Fact]
    public async Task Read_Folder_TakesEveryJsonFileInOrder()
    {
        _folder.Write("b10.json", Samples.LoCoMo.Replace("talk-1", "ten", StringComparison.Ordinal));
        _folder.Write("b9.json", Samples.LoCoMo.Replace("talk-1", "nine", StringComparison.Ordinal));
        _folder.Write("notes.md", "no JSON");

        var dataset = await LoCoMoReader.ReadAsync(_folder.Path);

        dataset.Conversations.Select(c => c.Id).ShouldBe(["nine", "ten"]);
    }

    [Fact]
    public async Task Read_OneConversationWithoutId_TakesTheFileName()
    {
        var file = _folder.Write("solo.json", """{"conversation": {"session_1": [{"speaker": "A", "dia_id": "D1:1", "text": "hi"}], "session_1_date_time": "2024-02-03"}}""");

        var conversation = (await LoCoMoReader.ReadAsync(file)).Conversations.ShouldHaveSingleItem();

        conversation.Id.ShouldBe("solo");
        conversation.Questions.ShouldBeEmpty();
        conversation.Interactions[0].OccurredAt.ShouldBe(new DateTimeOffset(2024, 2, 3, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Read_SameContent_HasTheSameHash()
    {
        var one = await LoCoMoReader.ReadAsync(_folder.Write("a.json", Samples.LoCoMo));
        var two = await LoCoMoReader.ReadAsync(_folder.Write("b.json", Samples.LoCoMo));
        var other = await LoCoMoReader.ReadAsync(_folder.Write("c.json", Samples.LoCoMo + " "));

        one.Hash.ShouldBe(two.Hash);
        one.Hash.Length.ShouldBe(64);
        other.Hash.ShouldNotBe(one.Hash);
    }

    [Theory]
    [InlineData("""[{"conversation": {}}, 7]""", "$[1]", "must be an object")]
    [InlineData("""[{"sample_id": "x"}]""", "$[0].conversation", "is missing")]
    [InlineData("""[{"conversation": {"session_1": []}}]""", "$[0].conversation.session_1_date_time", "is missing")]
    [InlineData("""[{"conversation": {"session_1": [], "session_1_date_time": "soon"}}]""", "$[0].conversation.session_1_date_time", "must be a time")]
    [InlineData("""[{"conversation": {"session_1": {}, "session_1_date_time": "2024-01-01"}}]""", "$[0].conversation.session_1", "must be an array")]
    [InlineData("""[{"conversation": {"session_1": [{"speaker": "A", "dia_id": "D1:1"}], "session_1_date_time": "2024-01-01"}}]""", "$[0].conversation.session_1[0].text", "is missing")]
    [InlineData("""[{"conversation": {"session_1": [{"speaker": "A", "dia_id": 5, "text": "x"}], "session_1_date_time": "2024-01-01"}}]""", "$[0].conversation.session_1[0].dia_id", "must be a string")]
    [InlineData("""[{"conversation": {"session_1": [{"speaker": "A", "dia_id": "D1:1", "text": "\ud800"}], "session_1_date_time": "2024-01-01"}}]""", "$[0].conversation.session_1[0].text", "is not well-formed Unicode")]
    [InlineData("""[{"conversation": {}, "qa": [{"question": "a", "category": "x"}]}]""", "$[0].qa[0].category", "must be a whole number")]
    public async Task Read_MalformedPart_NamesFileAndPath(string json, string path, string fault)
    {
        var file = _folder.Write("bad.json", json);

        var error = await Should.ThrowAsync<InvalidDatasetException>(() => LoCoMoReader.ReadAsync(file));

        error.File.ShouldBe("bad.json");
        error.Path.ShouldBe(path);
        error.Message.ShouldContain(fault);
    }

    [Fact]
    public async Task Read_BrokenJson_NamesTheLine()
    {
        var file = _folder.Write("bad.json", "[\n{\n\"conversation\": oops\n}]");

        var error = await Should.ThrowAsync<InvalidDatasetException>(() => LoCoMoReader.ReadAsync(file));

        error.Line.ShouldBe(3);
        error.Message.ShouldStartWith("bad.json:3:");
    }

    [Fact]
    public async Task Read_DoubleDialogueId_IsAnError()
    {
        var file = _folder.Write("bad.json", Samples.LoCoMo.Replace("D2:2\"", "D2:01\"", StringComparison.Ordinal));

        var error = await Should.ThrowAsync<InvalidDatasetException>(() => LoCoMoReader.ReadAsync(file));

        error.Message.ShouldContain("D2:01");
    }

    [Fact]
    public async Task Read_DoubleSampleId_IsAnError()
    {
        _folder.Write("a.json", Samples.LoCoMo);
        _folder.Write("b.json", Samples.LoCoMo);

        var error = await Should.ThrowAsync<InvalidDatasetException>(() => LoCoMoReader.ReadAsync(_folder.Path));

        error.File.ShouldBe("b.json");
    }

    [Fact]
    public async Task Read_NothingThere_IsAnError()
    {
        await Should.ThrowAsync<InvalidDatasetException>(() => LoCoMoReader.ReadAsync(Path.Combine(_folder.Path, "none.json")));
        await Should.ThrowAsync<InvalidDatasetException>(() => LoCoMoReader.ReadAsync(_folder.Path));
    }

    private async Task<EvaluationConversation> ReadOneAsync(string json) =>
        (await LoCoMoReader.ReadAsync(_folder.Write("talk.json", json))).Conversations.ShouldHaveSingleItem();
}
