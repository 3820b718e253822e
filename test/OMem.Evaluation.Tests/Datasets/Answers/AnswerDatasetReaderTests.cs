namespace OMem.Evaluation.Tests;

public sealed class AnswerDatasetReaderTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task LoCoMo_EveryQuestion_IsReadWithAnswersAsText()
    {
        var dataset = await ReadAsync("locomo", Write("talk.json", Samples.LoCoMo));
        var conversation = dataset.Conversations.ShouldHaveSingleItem();
        conversation.Questions.Select(q => (q.Number, q.Gold, q.IsUnanswerable)).ShouldBe(
            [(4, "a parrot", false), (1, "7", false), (5, "", true), (3, "yes", false), (2, "this", false)]);
        var last = conversation.Turns[^1].OccurredAt;
        conversation.Questions.ShouldAllBe(q => q.Position == conversation.Turns.Count && q.AskedAt == last);
        conversation.Questions[1].Evidence.ShouldBe(["talk-1/D10:1", "talk-1/D10:2"]);
        dataset.Headline.ShouldBe("category-1-4");
        dataset.Dropped["unresolvedEvidence"].ShouldBe(2);
    }

    [Fact]
    public async Task LoCoMo_AnswerMissing_NamesThePlace()
    {
        var file = Write("talk.json", Samples.LoCoMo.Replace("\"answer\": \"a parrot\", ", "", StringComparison.Ordinal));
        var fault = await Should.ThrowAsync<InvalidDatasetException>(() => ReadAsync("locomo", file));
        fault.Message.ShouldBe("talk.json: $[0].qa[0] has no answer.");
    }

    [Fact]
    public async Task PersonaMem_Questions_StandAtTheirOwnCut()
    {
        Write("shared_contexts_t.jsonl", Samples.PersonaMemContexts);
        Write("questions_t.csv", Questions("(b)"));
        var dataset = await ReadAsync("personamem", _folder.Path);
        var conversation = dataset.Conversations.ShouldHaveSingleItem();
        conversation.Turns.Count.ShouldBe(4);
        conversation.Questions.Select(q => (q.Id, q.Position, q.Key)).ShouldBe([("ctx-1/q-early", 1, 'b'), ("ctx-1/q-end", 4, 'b')]);
        conversation.Questions[0].Options.ShouldBe(["(a)\nx", "(b) y"]);
        conversation.Turns[0].Text.ShouldBe("User: I paint with oil.");
    }

    [Fact]
    public async Task PersonaMem_WithSystem_KeepsThePersonaAndMovesTheCut()
    {
        Write("shared_contexts_t.jsonl", Samples.PersonaMemContexts);
        Write("questions_t.csv", Questions("(b)"));
        var conversation = (await ReadAsync("personamem", _folder.Path, withSystem: true)).Conversations.ShouldHaveSingleItem();
        conversation.Questions.Select(q => q.Position).ShouldBe([2, 7]);
        conversation.Turns.Count(t => t.Role is SpeakerRole.System).ShouldBe(3);
    }

    [Theory]
    [InlineData("(e)")]
    [InlineData("b")]
    [InlineData("")]
    public async Task PersonaMem_BadKey_NamesTheColumn(string key)
    {
        Write("shared_contexts_t.jsonl", Samples.PersonaMemContexts);
        Write("questions_t.csv", Questions(key));
        (await Should.ThrowAsync<InvalidDatasetException>(() => ReadAsync("personamem", _folder.Path))).Path.ShouldBe("correct_answer");
    }

    [Fact]
    public async Task Beam_Questions_HaveRubricsAndAbstentionIsAsked()
    {
        Write("1/chat.json", Samples.BeamChat);
        Write("1/probing_questions/probing_questions.json", Samples.BeamQuestions.Replace("\"question\":", "\"rubric\": [\"r1\", \"r2\"], \"question\":", StringComparison.Ordinal));
        var conversation = (await ReadAsync("beam", _folder.Path)).Conversations.ShouldHaveSingleItem();
        conversation.Questions.Count.ShouldBe(4);
        conversation.Questions[0].ShouldSatisfyAllConditions(q => q.IsUnanswerable.ShouldBeTrue(), q => q.Evidence.ShouldBeEmpty(), q => q.Rubric.ShouldBe(["r1", "r2"]));
        conversation.Questions[1].Evidence.ShouldBe(["1/3"]);
    }

    [Fact]
    public async Task Beam_NoRubric_NamesThePlace()
    {
        Write("1/chat.json", Samples.BeamChat);
        Write("1/probing_questions/probing_questions.json", Samples.BeamQuestions);
        (await Should.ThrowAsync<InvalidDatasetException>(() => ReadAsync("beam", _folder.Path))).Message.ShouldContain("$.abstention[0].rubric is missing");
    }

    [Fact]
    public async Task LoCoMoPlus_Cue_IsPutBeforeTheTriggerByItsGap()
    {
        var filler = Write("filler/talk.json", Samples.LoCoMo);
        var file = Write("plus.json", """
            [{"relation_type": "goal", "cue_dialogue": "A: I promised my mother to rest.\nB: Good.", "trigger_query": "A: Shall I take the night shift?", "time_gap": "two months later", "source_index": 8},
             {"relation_type": "goal", "cue_dialogue": "A: x", "trigger_query": "y", "time_gap": "once upon a time"}]
            """);
        var dataset = await ReadAsync("locomo-plus", file, filler: filler);
        var conversation = dataset.Conversations.ShouldHaveSingleItem();
        dataset.Dropped["unparsedTimeGaps"].ShouldBe(1);
        conversation.Turns.Select(t => t.Id).ShouldBe(
            ["talk-1/D2:1", "talk-1/D2:2", "talk-1/D2:3", "plus-8/cue-1", "plus-8/cue-2", "talk-1/D10:1", "talk-1/D10:2"]);
        conversation.Turns[3].ShouldSatisfyAllConditions(t => t.Speaker.ShouldBe("Ada"), t => t.Text.ShouldBe("I promised my mother to rest."));
        conversation.Turns[4].Speaker.ShouldBe("Ben");
        var question = conversation.Questions.ShouldHaveSingleItem();
        question.Text.ShouldBe("Shall I take the night shift?");
        question.Evidence.ShouldBe(["plus-8/cue-1", "plus-8/cue-2"]);
        question.AskedAt.ShouldBe(new DateTimeOffset(2024, 1, 2, 0, 4, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task LoCoMoPlus_NoFiller_SaysWhatToGive() =>
        (await Should.ThrowAsync<ArgumentException>(() => ReadAsync("locomo-plus", Write("plus.json", "[]")))).Message.ShouldContain("--filler");

    [Theory]
    [InlineData("locomo", "")]
    [InlineData("locomo", "[]")]
    [InlineData("locomo", "[{\"conversation\": {\"session_1\": [")]
    [InlineData("locomo", "{\"rows\": 1}")]
    [InlineData("personamem", "a,b\n1,2\n")]
    [InlineData("beam", "{}")]
    public async Task Read_ForeignEmptyOrCutFile_NamesIt(string dataset, string content)
    {
        var file = Write("data.file", content);
        var fault = await Should.ThrowAsync<InvalidDatasetException>(() => ReadAsync(dataset, file));
        fault.Message.ShouldContain(dataset is "personamem" ? "shared_contexts" : "data.file");
    }

    [Fact]
    public async Task Read_MissingPath_NamesIt() =>
        (await Should.ThrowAsync<InvalidDatasetException>(() => ReadAsync("locomo", "/nowhere/at-all.json"))).Message.ShouldContain("does not exist");

    [Fact]
    public async Task Select_LimitAndName_KeepsTheFirstQuestions()
    {
        var dataset = await ReadAsync("locomo", Write("talk.json", Samples.LoCoMo));
        AnswerDatasetReader.Select(dataset, ["talk-1"], 2).Conversations[0].Questions.Count.ShouldBe(2);
        Should.Throw<ArgumentException>(() => AnswerDatasetReader.Select(dataset, ["talk-9"], null)).Message.ShouldContain("talk-1");
        Should.Throw<ArgumentException>(() => AnswerDatasetReader.Select(dataset, [], 0)).Message.ShouldContain("No question is left");
    }

    public void Dispose() => _folder.Dispose();

    private static string Questions(string key) => $"""
        persona_id,question_id,question_type,topic,distance_to_ref_in_blocks,user_question_or_message,all_options,correct_answer,shared_context_id,end_index_in_shared_context
        1,q-end,recall,art,3,"What, ""again""?","['(a)
        x', '(b) y']",{key},ctx-1,7
        1,q-early,recall,art,1,Which?,"['(a) x', '(b) y']",{key},ctx-1,2
        """.Replace("(a) x', '(b) y']\",", "(a)\\nx', '(b) y']\",", StringComparison.Ordinal);

    private string Write(string name, string content)
    {
        var file = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return file;
    }

    private static Task<AnswerDataset> ReadAsync(string name, string path, bool withSystem = false, string? filler = null) =>
        AnswerDatasetReader.ReadAsync(name, path, withSystem, filler, Token);
}
