using OMem.LoopbackModel;
using OMem.Models;

namespace OMem.Evaluation.Tests;

/// <summary>Runs with a server on loopback. They prove the machinery, not the quality of answers.</summary>
public sealed class ModelAnswersTests : IDisposable
{
    private readonly AnswerBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Run_ScriptedModel_ScoresCostsAndJudges()
    {
        await using var server = await AnswerBench.ServeAsync(Script);
        var client = _bench.Client(server);
        var report = await AnswerBench.RunAsync(_bench.Options with { Systems = ["omem", "bm25", "no-memory"], Answerer = client, Judge = client });

        var omem = report.Systems["omem"];
        omem.Errors.ShouldBe(0);
        omem.Cost.Calls.ShouldBe(1);
        omem.Cost.PromptTokens.ShouldBeGreaterThan(omem.Cost.ContextTokens);
        omem.Categories["single-hop"]["f1"].Value.ShouldBe(1);
        omem.Categories["single-hop"]["judge"].Value.ShouldBe(1);
        omem.Categories["adversarial"].ContainsKey("judge").ShouldBeFalse();
        omem.UnreadableJudgements.ShouldBe(3); // the script has a label for one question only
        omem.Cost.JudgeTokens!.Value.ShouldBeGreaterThan(0);
        report.Systems["no-memory"].Categories["single-hop"]["f1"].Value.ShouldBe(0);
        report.Configuration.Judge!["prompt"].ShouldStartWith("judge-answer.v1, SHA-256 ");
        report.Configuration.Settings["answer.temperature"].ShouldBe("0");
        report.Configuration.Settings["answer.model"].ShouldBe("scripted");
        server.Log.Count.ShouldBe((3 * 5) + (3 * 4));
    }

    [Fact]
    public async Task Run_EverySystem_GetsTheSamePromptAroundItsContext()
    {
        await using var server = await AnswerBench.ServeAsync(_ => "x");
        await AnswerBench.RunAsync(_bench.Options with { Systems = ["omem", "rag", "full-context"], Answerer = _bench.Client(server), Limit = 1 });

        var around = server.Log.Exchanges.Select(e => e.Request.Prompt)
            .Select(prompt => prompt[..prompt.IndexOf("<recalled-memory>", StringComparison.Ordinal)] + prompt[prompt.IndexOf("</recalled-memory>", StringComparison.Ordinal)..]);
        around.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldNotContain("single-hop");
        server.Log.Exchanges.ShouldAllBe(e => e.Request.Temperature == 0 && e.Request.MaxTokens == 1_000);
    }

    [Fact]
    public async Task Run_OmemAndOmemAsk_AreTheSameQuestionToTheModel()
    {
        await using var server = await AnswerBench.ServeAsync(Script);
        var client = _bench.Client(server);
        var report = await AnswerBench.RunAsync(_bench.Options with
        {
            Systems = ["omem", "omem-ask"], Answerer = client, Models = new MemoryModels { Answerer = client },
        });

        var prompts = server.Log.Exchanges.Select(e => e.Request.Prompt).ToList();
        prompts.Count.ShouldBe(10);
        prompts.Distinct(StringComparer.Ordinal).Count().ShouldBe(5);
        report.Comparisons.ShouldAllBe(c => c.Difference == 0 && c.P == 1);
    }

    [Fact]
    public async Task Run_SourcesLineAndUnknown_AreReadAsTheEngineDoes()
    {
        await using var server = await AnswerBench.ServeAsync(request =>
            request.Prompt.Contains("What pet did Ada adopt", StringComparison.Ordinal) ? "a parrot\nSOURCES: talk-1/D2:1" : "UNKNOWN");
        var report = await AnswerBench.RunAsync(_bench.Options with { Systems = ["bm25"], Answerer = _bench.Client(server) });

        report.Systems["bm25"].Categories["single-hop"]["f1"].Value.ShouldBe(1);
        report.Systems["bm25"].All["abstention"].Value.ShouldBe(1);
        System.Text.Encoding.UTF8.GetString(AnswerLines.Write(report)).ShouldContain("\"answer\":\"a parrot\",\"raw\":\"a parrot\\nSOURCES: talk-1/D2:1\"");
    }

    [Fact]
    public async Task Run_AnswersRead_ReplayOfTheJournalAsksNothing()
    {
        await using var server = await AnswerBench.ServeAsync(Script);
        var options = _bench.Options with { Systems = ["omem", "bm25"], Answerer = _bench.Client(server), Judge = _bench.Client(server), Parallel = 4 };
        var first = await AnswerBench.RunAsync(options);
        var asked = server.Log.Count;
        var second = await AnswerBench.RunAsync(options);

        server.Log.Count.ShouldBe(asked);
        second.ToJson().ShouldBe(first.ToJson());
    }

    [Fact]
    public async Task Run_JudgeAddedLater_JudgesWhatWasAnswered()
    {
        await using var server = await AnswerBench.ServeAsync(Script);
        var options = _bench.Options with { Systems = ["bm25"], Answerer = _bench.Client(server) };
        await AnswerBench.RunAsync(options);
        server.Log.Clear();
        var report = await AnswerBench.RunAsync(options with { Judge = _bench.Client(server) });

        server.Log.Count.ShouldBe(4);
        report.Systems["bm25"].All["judge"].N.ShouldBe(4);
    }

    [Fact]
    public async Task Run_OneQuestionRefused_CountsWrongAndIsAskedAgainLater()
    {
        var refuse = true;
        await using var server = await AnswerBench.ServeAsync(
            Script, request => refuse && request.Prompt.Contains("What pet did Ada adopt", StringComparison.Ordinal) ? LoopbackFault.FilteredPrompt : LoopbackFault.None);
        var options = _bench.Options with { Systems = ["omem"], Answerer = _bench.Client(server) };
        var first = await AnswerBench.RunAsync(options);

        first.Systems["omem"].Errors.ShouldBe(1);
        first.Systems["omem"].Categories["single-hop"]["f1"].Value.ShouldBe(0);
        first.Systems["omem"].Misses["error"].ShouldBe(1);

        refuse = false;
        server.Log.Clear();
        var second = await AnswerBench.RunAsync(options);
        server.Log.Count.ShouldBe(1);
        second.Systems["omem"].Errors.ShouldBe(0);
        second.Systems["omem"].Categories["single-hop"]["f1"].Value.ShouldBe(1);
    }

    [Fact]
    public async Task Run_PassingFaults_AreTriedAgain()
    {
        await using var server = await AnswerBench.ServeAsync(
            Script, FaultPlans.Sequence(LoopbackFault.ServerError, LoopbackFault.RateLimited, LoopbackFault.Unavailable));
        var report = await AnswerBench.RunAsync(_bench.Options with { Systems = ["omem"], Answerer = _bench.Client(server) });

        report.Systems["omem"].Errors.ShouldBe(0);
        server.Log.Count.ShouldBe(5 + 3);
    }

    [Fact]
    public async Task Run_EndpointThatOnlyFails_EndsWithoutSpoilingTheRun()
    {
        var down = true;
        await using var server = await AnswerBench.ServeAsync(Script, _ => down ? LoopbackFault.ServerError : LoopbackFault.None);
        var options = _bench.Options with { Systems = ["omem", "bm25"], Answerer = _bench.Client(server) };
        var fault = await Should.ThrowAsync<AnswerRunException>(() => AnswerBench.RunAsync(options));
        fault.Message.ShouldContain("5 calls in a row failed");
        fault.Message.ShouldContain("go on");

        down = false;
        (await AnswerBench.RunAsync(options)).Systems.Values.ShouldAllBe(system => system.Errors == 0);
    }

    [Fact]
    public async Task Run_WrongKey_EndsAtTheFirstCall()
    {
        await using var server = await AnswerBench.ServeAsync(Script, FaultPlans.Always(LoopbackFault.Unauthorized));
        await Should.ThrowAsync<AnswerRunException>(() => AnswerBench.RunAsync(_bench.Options with { Systems = ["omem"], Answerer = _bench.Client(server) }));
        server.Log.Count.ShouldBe(1);
    }

    [Fact]
    public async Task PersonaMem_EachQuestion_SeesNothingAfterItsCut()
    {
        _bench.Write("pm/shared_contexts_t.jsonl", Samples.PersonaMemContexts);
        _bench.Write("pm/questions_t.csv", """
            question_id,question_type,distance_to_ref_in_blocks,user_question_or_message,all_options,correct_answer,shared_context_id,end_index_in_shared_context
            q-end,recall,3,Late one?,"['(a) oil', '(b) chess']",(b),ctx-1,7
            q-early,recall,1,Early one?,"['(a) oil', '(b) chess']",(a),ctx-1,2
            """);
        await using var server = await AnswerBench.ServeAsync(request => request.Prompt.Contains("Early one", StringComparison.Ordinal) ? "<final_answer> (a)" : "no idea");
        var report = await AnswerBench.RunAsync(_bench.Options with
        {
            Dataset = "personamem",
            DataPath = Path.Combine(Path.GetDirectoryName(_bench.File)!, "pm"),
            Answerer = _bench.Client(server),
            Systems = ["full-context", "omem", "rag", "bm25", "paper", "omem-no-persona"],
        });

        foreach (var prompt in server.Log.Exchanges.Select(e => e.Request.Prompt).Where(p => p.Contains("Early one", StringComparison.Ordinal)))
        {
            prompt.ShouldNotContain("chess club");
            prompt.ShouldNotContain("watercolour");
            prompt.ShouldContain("(a) oil\n(b) chess");
        }

        server.Log.Exchanges.Select(e => e.Request.Prompt).Count(p => p.Contains("I joined a chess club", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        report.Chance.ShouldBe(0.5);
        report.Systems["omem"].All["accuracy"].Value.ShouldBe(0.5);
        report.Systems["omem"].Misses["no evidence ids"].ShouldBe(1);
    }

    [Fact]
    public async Task Beam_RubricAndOrder_AreJudged()
    {
        _bench.Write("beam/1/chat.json", Samples.BeamChat);
        _bench.Write("beam/1/probing_questions/probing_questions.json",
            Samples.BeamQuestions.Replace("\"question\":", "\"rubric\": [\"r1\", \"r2\"], \"question\":", StringComparison.Ordinal));
        await using var server = await AnswerBench.ServeAsync(request => request.Prompt switch
        {
            var p when p.Contains("\"order\"", StringComparison.Ordinal) => """{"order": [2, 1]}""",
            var p when p.Contains("\"scores\"", StringComparison.Ordinal) => "Here: {\"scores\": [1, 0.5]}",
            _ => "bees",
        });
        var client = _bench.Client(server);
        var report = await AnswerBench.RunAsync(_bench.Options with
        {
            Dataset = "beam", DataPath = Path.Combine(Path.GetDirectoryName(_bench.File)!, "beam"), Answerer = client, Judge = client, Systems = ["omem"],
        });

        report.Main.ShouldBe("rubric");
        report.Systems["omem"].All["rubric"].Value.ShouldBe(0.75);
        report.Systems["omem"].Categories["event_ordering"]["tau"].Value.ShouldBe(-1);
        report.Systems["omem"].UnreadableJudgements.ShouldBe(0);
    }

    [Fact]
    public async Task LoCoMoPlus_Reply_IsJudgedByTheCue()
    {
        var plus = _bench.Write("plus.json", """
            [{"relation_type": "goal", "cue_dialogue": "A: I promised my mother to rest.", "trigger_query": "A: Shall I take the night shift?", "time_gap": "two months later"}]
            """);
        await using var server = await AnswerBench.ServeAsync(request =>
            request.Prompt.Contains("The reply: rest", StringComparison.Ordinal) && request.Prompt.Contains("promised my mother", StringComparison.Ordinal)
                ? """{"label": "correct"}""" : "rest");
        var client = _bench.Client(server);
        var report = await AnswerBench.RunAsync(_bench.Options with
        {
            Dataset = "locomo-plus", DataPath = plus, Filler = _bench.File, Answerer = client, Judge = client, Systems = ["omem", "full-context"],
        });

        report.Main.ShouldBe("cue");
        report.Systems["full-context"].All["cue"].Value.ShouldBe(1);
        report.Systems["full-context"].All["evidence"].Value.ShouldBe(1);
    }

    private static string? Script(LoopbackRequest request) => request.Prompt switch
    {
        var prompt when prompt.Contains("You grade an answer", StringComparison.Ordinal) =>
            prompt.Contains("Right answer: a parrot", StringComparison.Ordinal) && prompt.Contains("grade: a parrot", StringComparison.Ordinal) ? """{"label": "CORRECT"}""" : "I cannot say",
        var prompt when prompt.Contains("What pet did Ada adopt", StringComparison.Ordinal) && prompt.Contains("parrot called Kiwi", StringComparison.Ordinal) => "a parrot",
        _ => "UNKNOWN",
    };
}
