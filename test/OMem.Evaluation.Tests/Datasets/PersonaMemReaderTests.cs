namespace OMem.Evaluation.Tests;

public sealed class PersonaMemReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_History_EndsBeforeTheCut()
    {
        var dataset = await ReadAsync();

        var inside = dataset.Conversations.Single(c => c.Id == "ctx-1@6");
        inside.Interactions.Select(i => i.Id).ShouldBe(["ctx-1@6/1", "ctx-1@6/2", "ctx-1@6/4"]);
        var end = dataset.Conversations.Single(c => c.Id == "ctx-1@7");
        end.Interactions[^1].Text.ShouldBe("User: I tried watercolour.");
    }

    [Fact]
    public async Task Read_SystemMessages_OpenSessionsAndAreNoCandidates()
    {
        var end = (await ReadAsync()).Conversations.Single(c => c.Id == "ctx-1@7");

        end.Interactions.Select(i => i.Session).ShouldBe(["ctx-1@7/session-1", "ctx-1@7/session-1", "ctx-1@7/session-2", "ctx-1@7/session-3"]);
        end.Interactions.ShouldAllBe(i => i.Role != SpeakerRole.System);
    }

    [Fact]
    public async Task Read_QuestionAtTheEnd_CountsFromPastTheLastSession()
    {
        var question = (await ReadAsync()).Conversations.Single(c => c.Id == "ctx-1@7").Questions.ShouldHaveSingleItem();

        question.Text.ShouldBe("What did I paint with, \"again\"?");
        question.Gold.ShouldBe(["ctx-1@7/session-1"]);
    }

    [Fact]
    public async Task Read_QuestionInsideASession_CountsFromThatSession()
    {
        var question = (await ReadAsync()).Conversations.Single(c => c.Id == "ctx-1@6").Questions.ShouldHaveSingleItem();

        question.Gold.ShouldBe(["ctx-1@6/session-2"]);
    }

    [Fact]
    public async Task Read_ReferenceOutsideTheHistory_IsCounted()
    {
        var dataset = await ReadAsync();

        dataset.Granularity.ShouldBe(Granularity.Session);
        dataset.Dropped["questionsWithoutEvidence"].ShouldBe(1);
    }

    [Theory]
    [InlineData("ctx-1,7", "ctx-9,7", 2, "shared_context_id")]
    [InlineData("ctx-1,7", "ctx-1,700", 2, "end_index_in_shared_context")]
    [InlineData("ctx-1,7", "ctx-1,x", 2, "end_index_in_shared_context")]
    [InlineData("chess,1", "chess,", 4, "distance_to_ref_in_blocks")]
    [InlineData("question_id", "question", 2, "question_id")]
    public async Task Read_MalformedRow_NamesLineAndColumn(string from, string to, int line, string column)
    {
        var error = await Should.ThrowAsync<InvalidDatasetException>(
            () => ReadAsync(questions: Samples.PersonaMemQuestions.Replace(from, to, StringComparison.Ordinal)));

        error.File.ShouldBe("questions_32k.csv");
        error.Line.ShouldBe(line);
        error.Path.ShouldBe(column);
    }

    [Fact]
    public async Task Read_MalformedContextLine_NamesTheLine()
    {
        var error = await Should.ThrowAsync<InvalidDatasetException>(
            () => ReadAsync(contexts: Samples.PersonaMemContexts + "{\"ctx-2\": [{\"role\": 1}]}\n"));

        error.File.ShouldBe("shared_contexts_32k.jsonl");
        error.Line.ShouldBe(2);
        error.Path.ShouldBe("$.ctx-2[0].role");
    }

    [Fact]
    public async Task Read_BrokenContextLine_NamesTheLine()
    {
        var error = await Should.ThrowAsync<InvalidDatasetException>(() => ReadAsync(contexts: Samples.PersonaMemContexts + "{oops\n"));

        error.Line.ShouldBe(2);
    }

    [Fact]
    public async Task Read_DoubleContext_IsAnError()
    {
        await Should.ThrowAsync<InvalidDatasetException>(() => ReadAsync(contexts: Samples.PersonaMemContexts + Samples.PersonaMemContexts));
    }

    [Fact]
    public async Task Read_MissingContexts_NamesTheFile()
    {
        _folder.Write("questions_32k.csv", Samples.PersonaMemQuestions);

        var error = await Should.ThrowAsync<InvalidDatasetException>(() => PersonaMemReader.ReadAsync(_folder.Path));

        error.File.ShouldBe("shared_contexts_32k.jsonl");
    }

    private Task<EvaluationDataset> ReadAsync(string? questions = null, string? contexts = null)
    {
        _folder.Write("questions_32k.csv", questions ?? Samples.PersonaMemQuestions);
        _folder.Write("shared_contexts_32k.jsonl", contexts ?? Samples.PersonaMemContexts);
        return PersonaMemReader.ReadAsync(_folder.Path);
    }
}
