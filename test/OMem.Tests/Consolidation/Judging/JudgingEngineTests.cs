using System.Text.Json;
using Microsoft.Extensions.AI;
using OMem.Models;
using OMem.Tests.Engine;
using OMem.Tests.Models;

namespace OMem.Tests.Consolidation.Judging;

/// <summary>Judge and outbox together, over a store: faults of the model lose nothing, and nobody waits for it who need not.</summary>
public sealed class JudgingEngineTests
{
    private static readonly string[] Story = ["preference: jazz concerts", "preference: jazz downtown", "habit: pottery class", "activity: pottery"];

    [Fact]
    public async Task Flush_JudgeDecides_AllMessagesOfTheBatchInOneCall()
    {
        var client = new ScriptedChatClient(Ignore);
        await using var engine = Create(client);
        await RememberAsync(engine.Memory);
        await engine.Memory.FlushAsync();

        client.Calls.Count.ShouldBe(1);
        var card = await engine.Memory.GetPersonaAsync(new PersonaQuery());
        card.Attributes.Select(item => item.Value).Order(StringComparer.Ordinal).ShouldBe(["jazz concerts", "pottery class"]);
        card.Attributes.ShouldAllBe(item => item.Evidence.Count == 2);
        var usage = (await engine.Memory.GetStatusAsync()).Usage.ShouldHaveSingleItem();
        (usage.Stage, usage.Calls).ShouldBe((ModelStage.Consolidate, 1));
    }

    [Fact]
    public async Task Rebuild_SameAnswers_SameMemory()
    {
        await using var engine = Create(new ScriptedChatClient(Ignore));
        await RememberAsync(engine.Memory);
        await engine.Memory.FlushAsync();
        var before = JsonSerializer.Serialize(await engine.Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true }));

        await engine.Memory.RebuildAsync();

        JsonSerializer.Serialize(await engine.Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true })).ShouldBe(before);
    }

    [Fact]
    public async Task Flush_JudgeDown_CountsAnAttemptAndGoesOnWhenItIsBack()
    {
        var isUp = false;
        await using var engine = Create(new ScriptedChatClient((call, _) => isUp
            ? Task.FromResult(ScriptedChatClient.Says(Ignore(call)))
            : Task.FromException<ChatResponse>(new ModelException(ModelFault.ServerError, "down"))));
        await RememberAsync(engine.Memory);
        var flush = engine.Memory.FlushAsync();
        OutboxFailure? failure = null;
        var patience = new Patience();
        while (!flush.IsCompleted)
        {
            var status = await engine.Memory.GetStatusAsync();
            if (status.Failures.Count > 0 && !isUp)
            {
                (failure, isUp) = (status.Failures[0], true);
                status.Pending.ShouldBe(4);
            }

            engine.Time.Advance(TimeSpan.FromSeconds(5));
            await patience.YieldAsync();
        }

        await flush;
        failure.ShouldNotBeNull().Error.ShouldContain("down");
        (await engine.Memory.GetPersonaAsync(new PersonaQuery())).Attributes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Flush_JudgeWithAWrongKey_SaysSoAndCountsNoAttempt()
    {
        await using var engine = Create(new ScriptedChatClient((_, _) => Task.FromException<ChatResponse>(new ModelException(ModelFault.Unauthorized, "wrong key"))));
        await RememberAsync(engine.Memory);

        (await Should.ThrowAsync<ModelException>(() => engine.Memory.FlushAsync())).Fault.ShouldBe(ModelFault.Unauthorized);
        var status = await engine.Memory.GetStatusAsync();
        (status.Pending, status.Parked, status.Failures.Count).ShouldBe((4, 0, 0));
    }

    [Fact]
    public async Task RememberAndRecall_WhileTheJudgeThinks_DoNotWait()
    {
        var asked = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        await using var engine = Create(new ScriptedChatClient(async (call, token) =>
        {
            asked.TrySetResult();
            await answer.Task.WaitAsync(token);
            return ScriptedChatClient.Says(Ignore(call));
        }));
        await RememberAsync(engine.Memory);
        var flush = engine.Memory.FlushAsync();
        await asked.Task;

        await engine.Memory.RememberAsync([EngineFixture.Say("m9", "preference: tennis", minutes: 9)]);
        (await engine.Memory.RecallAsync(new RecallQuery("tennis"))).Items.ShouldNotBeEmpty();
        flush.IsCompleted.ShouldBeFalse();

        answer.SetResult();
        await flush;
        (await engine.Memory.GetPersonaAsync(new PersonaQuery())).Attributes.Count.ShouldBe(3);
    }

    private static EngineFixture Create(IChatClient client) =>
        new(StatementReader.Create(), configure: options => options.Models.MaxRetries = 0, models: new MemoryModels { Consolidator = client });

    private static Task RememberAsync(IMemory memory) => memory.RememberAsync([.. Story.Select((text, i) => EngineFixture.Say($"m{i}", text, minutes: i))]);

    private static string Ignore(ScriptedCall call) =>
        JudgeFixture.Answer(JudgeView.Of(call).New.Select(item => JudgeFixture.Decision(item.N, "ignore", item.Near[0])));
}
