using OMem.Models;
using OMem.Tests.Engine;

namespace OMem.Tests.Understanding.Outbox;

/// <summary>What was read and paid for is not read again in the same process, whatever keeps it from being committed.</summary>
public sealed class PaidOnceTests
{
    private const int Messages = 100;

    [Fact]
    public async Task Flush_JudgeDownThenUp_ReadsEachMessageOnceAndGivesTheSameMemory()
    {
        var isUp = false;
        var expected = await UndisturbedAsync();
        await using var talk = new JudgedTalk((stage, _) => stage is ModelStage.Consolidate && !isUp ? throw new ModelException(ModelFault.ServerError, "down") : Task.CompletedTask);
        await talk.RememberAsync(Messages);
        var flush = talk.Memory.FlushAsync();
        var patience = new Patience();
        while (!isUp)
        {
            var status = await talk.Memory.GetStatusAsync();
            if (status.Failures.Count > 0)
            {
                // One attempt for all of the batch, which comes back together.
                status.Failures.ShouldAllBe(failure => failure.Attempts == 1 && failure.Error == "down");
                status.Failures.Select(failure => failure.NextTry).Distinct().ShouldHaveSingleItem();
                (status.Pending, talk.Judge.Calls.Count).ShouldBe((Messages, 1));
                isUp = true;
            }

            await patience.YieldAsync();
        }

        await talk.RunAsync(flush);

        talk.TimesRead.Count.ShouldBe(Messages);
        talk.TimesRead.Values.ShouldAllBe(times => times == 1);
        (await talk.DumpAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task Flush_JudgeKeyMendedAfterwards_ReadsEachMessageOnce()
    {
        var isWrong = true;
        await using var talk = new JudgedTalk((stage, _) => stage is ModelStage.Consolidate && isWrong ? throw new ModelException(ModelFault.Unauthorized, "wrong key") : Task.CompletedTask);
        await talk.RememberAsync(Messages);
        await Should.ThrowAsync<ModelException>(() => talk.Memory.FlushAsync());
        var status = await talk.Memory.GetStatusAsync();
        (status.Pending, status.Failures.Count).ShouldBe((Messages, 0));

        isWrong = false;
        await talk.Memory.FlushAsync();

        talk.TimesRead.Count.ShouldBe(Messages);
        talk.TimesRead.Values.ShouldAllBe(times => times == 1);
        (await talk.DumpAsync()).ShouldBe(await UndisturbedAsync());
    }

    [Fact]
    public async Task Flush_CancelledWhileTheJudgeThinks_LosesNothingAndReadsWhatHasEndedOnce()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var talk = new JudgedTalk(async (stage, token) =>
        {
            if (stage is ModelStage.Consolidate && asked.TrySetResult())
            {
                await Task.Delay(Timeout.Infinite, token);
            }
        });
        await talk.RememberAsync(Messages);
        using var cancel = new CancellationTokenSource();
        var flush = talk.Memory.FlushAsync(cancellationToken: cancel.Token);
        await asked.Task;
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => flush);
        (await talk.Memory.GetStatusAsync()).Pending.ShouldBe(Messages);

        await talk.Memory.FlushAsync();

        (await talk.Memory.GetStatusAsync()).Pending.ShouldBe(0);
        talk.TimesRead.Count.ShouldBe(Messages);

        // Only what was under way at that moment may be asked for again.
        talk.TimesRead.Values.Count(times => times > 1).ShouldBeLessThanOrEqualTo(4 * 4);
        (await talk.DumpAsync()).ShouldBe(await UndisturbedAsync());
    }

    [Fact]
    public async Task Flush_SomebodyElseChangesTheMemoryMeanwhile_ReadsEachMessageOnce()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var talk = new JudgedTalk(async (stage, token) =>
        {
            if (stage is ModelStage.Consolidate && asked.TrySetResult())
            {
                await answer.Task.WaitAsync(token);
            }
        });
        await talk.RememberAsync(Messages);
        var flush = talk.Memory.FlushAsync();
        await asked.Task;
        var reset = new LedgerEntry
        {
            RecordedAt = EngineFixture.Start, Actor = "test", Operation = LedgerOperation.Rebuild, ItemId = EngineFixture.Alice.ToString(), ItemKind = "scope", Reason = "cleared",
        };
        await talk.Engine.Store.ResetDerivedAsync(EngineFixture.Alice, reset, CancellationToken.None);
        answer.SetResult();

        await talk.RunAsync(flush);

        (await talk.Memory.GetStatusAsync()).Pending.ShouldBe(0);
        talk.TimesRead.Count.ShouldBe(Messages);
        talk.TimesRead.Values.ShouldAllBe(times => times == 1);
    }

    [Fact]
    public async Task Flush_Committed_ARebuildReadsAgain()
    {
        await using var talk = new JudgedTalk();
        await talk.RememberAsync(Messages);
        await talk.Memory.FlushAsync();

        await talk.Memory.RebuildAsync();

        talk.TimesRead.Values.ShouldAllBe(times => times == 2);
    }

    private static async Task<string> UndisturbedAsync()
    {
        await using var talk = new JudgedTalk();
        await talk.RememberAsync(Messages);
        await talk.Memory.FlushAsync();
        talk.Judge.Calls.ShouldNotBeEmpty();
        return await talk.DumpAsync();
    }
}
