using System.Collections.Concurrent;
using OMem.Models;
using OMem.Tests.Engine;
using OMem.Tests.Models;
using static OMem.Tests.Models.ScriptedChatClient;

namespace OMem.Tests.Understanding.Llm;

/// <summary>How the outbox treats a model that fails, is slow, or is not there.</summary>
public sealed class LlmWorkerTests
{
    [Fact]
    public async Task Flush_ModelAnswers_UnderstandsAllAndShowsWhatItCost()
    {
        await using var fixture = new WorkerFixture(static _ => { });
        await fixture.RememberAsync(10);
        var reports = new List<FlushProgress>();

        await fixture.Memory.FlushAsync(new Collect(reports));

        (await fixture.ValuesAsync()).Count.ShouldBe(10);
        var status = await fixture.Memory.GetStatusAsync();
        status.Reader.ShouldStartWith("llm@scripted/read.v2.");
        var usage = status.Usage.ShouldHaveSingleItem();
        (usage.Stage, usage.Calls, usage.FailedCalls).ShouldBe((ModelStage.Read, 3, 0));
        usage.PromptTokens.ShouldBeGreaterThan(0);
        reports[^1].Usage.ShouldBe([usage]);
        reports.Select(report => report.Done).ShouldBe([0, 4, 8, 10, 10]);
        reports.Select(report => report.Remaining).ShouldBe([10, 6, 2, 0, 0]);
    }

    [Fact]
    public async Task Flush_EndpointDown_CountsOneAttemptForAllAndSplitsNothing()
    {
        await using var fixture = new WorkerFixture(
            static _ => throw new HttpRequestException("http://10.0.0.1 I love thing1"), options => options.Models.MaxParallelCalls = 1);
        await fixture.RememberAsync(40);
        using var cancel = new CancellationTokenSource();
        var flush = fixture.Memory.FlushAsync(new Act(report =>
        {
            if (report.NextTry is not null)
            {
                cancel.Cancel();
            }
        }), cancel.Token);

        await Should.ThrowAsync<OperationCanceledException>(() => flush);

        fixture.Client.Calls.Count.ShouldBe(3);
        var status = await fixture.Memory.GetStatusAsync();
        status.Pending.ShouldBe(40);
        status.Failures.ShouldAllBe(failure => failure.Attempts == 1 && failure.Error == "The model endpoint cannot be reached.");
        status.Failures.ShouldAllBe(failure => failure.NextTry >= fixture.Time.GetUtcNow().AddSeconds(10));
        status.Usage.ShouldHaveSingleItem().FailedCalls.ShouldBe(3);
    }

    [Fact]
    public async Task Flush_OneMessageTheModelRefuses_ParksThatAloneWithFewCalls()
    {
        await using var fixture = new WorkerFixture(
            static call => Refuse(call, "poison"),
            options => (options.Models.MessagesPerCall, options.MaxUnderstandingAttempts) = (16, 1));
        await fixture.RememberAsync(16, (7, "poison"));

        await fixture.Memory.FlushAsync();

        (await fixture.ValuesAsync()).Count.ShouldBe(15);
        var failure = (await fixture.Memory.GetStatusAsync()).Failures.ShouldHaveSingleItem();
        failure.InteractionId.ShouldBe("m7");
        failure.NextTry.ShouldBeNull();
        failure.Error.ShouldBe("The model declined.");
        fixture.Client.Calls.Count.ShouldBeLessThanOrEqualTo(9);
    }

    [Fact]
    public async Task Flush_RequestRefusedForOneMessage_IsNotTakenForAWrongSetting()
    {
        await using var fixture = new WorkerFixture(
            static call =>
            {
                if (call.Read.Messages.Any(message => message.Text is "poison"))
                {
                    throw new ModelException(ModelFault.Rejected, "The endpoint refused the request.");
                }
            },
            options => options.MaxUnderstandingAttempts = 1);
        await fixture.RememberAsync(12, (2, "poison"));

        await fixture.Memory.FlushAsync();

        (await fixture.ValuesAsync()).Count.ShouldBe(11);
        (await fixture.Memory.GetStatusAsync()).Failures.ShouldHaveSingleItem().InteractionId.ShouldBe("m2");
    }

    [Theory]
    [InlineData(ModelFault.Unauthorized)]
    [InlineData(ModelFault.Rejected)]
    public async Task Flush_WrongSetting_SaysSoAtOnceAndCountsNoAttempt(ModelFault fault)
    {
        await using var fixture = new WorkerFixture(_ => throw new ModelException(fault, "The key is wrong."));
        await fixture.RememberAsync(200);

        var thrown = await Should.ThrowAsync<ModelException>(() => fixture.Memory.FlushAsync());

        thrown.Message.ShouldBe("The key is wrong.");
        var status = await fixture.Memory.GetStatusAsync();
        status.Pending.ShouldBe(200);
        status.Failures.ShouldBeEmpty();
        fixture.Client.Calls.Count.ShouldBeLessThanOrEqualTo(8);
        (await fixture.Memory.RecallAsync(new RecallQuery("thing7"))).Items.ShouldContain(item => item.Id == "m7");
    }

    [Fact]
    public async Task Flush_KeyMendedAfterwards_GoesOnWhereItStood()
    {
        var isWrong = true;
        await using var fixture = new WorkerFixture(_ =>
        {
            if (isWrong)
            {
                throw new ModelException(ModelFault.Unauthorized, "The key is wrong.");
            }
        });
        await fixture.RememberAsync(8);
        await Should.ThrowAsync<ModelException>(() => fixture.Memory.FlushAsync());

        isWrong = false;
        await fixture.Memory.FlushAsync();

        (await fixture.ValuesAsync()).Count.ShouldBe(8);
    }

    [Fact]
    public async Task Flush_RetryAfter_SetsTheNextTry()
    {
        await using var fixture = new WorkerFixture(static call =>
        {
            if (call.Number == 1)
            {
                throw new ModelException(ModelFault.RateLimited, "Too many requests.") { RetryAfter = TimeSpan.FromMinutes(3) };
            }
        });
        await fixture.RememberAsync(4);
        DateTimeOffset? next = null;

        await fixture.RunAsync(fixture.Memory.FlushAsync(new Act(report => next ??= report.NextTry)));

        next.ShouldNotBeNull().ShouldBeInRange(EngineFixture.Start.AddMinutes(3), EngineFixture.Start.AddMinutes(4));
        (await fixture.ValuesAsync()).Count.ShouldBe(4);
        fixture.Client.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Flush_LaterRequestFails_KeepsWhatWasPaidFor()
    {
        await using var fixture = new WorkerFixture(static call =>
        {
            if (call.Read.Messages.Any(message => message.Text is "I love thing6") && call.Number < 6)
            {
                throw new TimeoutException();
            }
        });
        await fixture.RememberAsync(20);

        await fixture.RunAsync(fixture.Memory.FlushAsync());

        (await fixture.ValuesAsync()).Count.ShouldBe(20);
        fixture.Client.Calls.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Flush_FirstRequestSlow_StillCommitsInLogOrder()
    {
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var others = new ConcurrentBag<int>();
        await using var fixture = new WorkerFixture(
            async (call, token) =>
            {
                if (call.Read.Messages[0].Text is "I love thing1")
                {
                    await first.Task.WaitAsync(token);
                }
                else
                {
                    others.Add(call.Number);
                    if (others.Count == 3)
                    {
                        first.SetResult();
                    }
                }

                return Says(WorkerFixture.Loves(call));
            });
        await fixture.RememberAsync(16);

        await fixture.Memory.FlushAsync();

        var history = await fixture.Memory.GetHistoryAsync().ToListAsync();
        var order = history.Where(entry => entry.ItemKind is "attribute").Select(entry => entry.Evidence[0].Sequence).ToList();
        order.ShouldBe(order.Order());
        order.Count.ShouldBe(16);
    }

    [Fact]
    public async Task Flush_Cancelled_KeepsWhatIsCommittedAndResumesWithTheRest()
    {
        using var cancel = new CancellationTokenSource();
        await using var fixture = new WorkerFixture(static _ => { }, options => options.Models.MaxParallelCalls = 1);
        await fixture.RememberAsync(40);

        await Should.ThrowAsync<OperationCanceledException>(() => fixture.Memory.FlushAsync(
            new Act(report =>
            {
                if (report.Done == 12)
                {
                    cancel.Cancel();
                }
            }),
            cancel.Token));
        var left = (await fixture.Memory.GetStatusAsync()).Pending;
        await fixture.Memory.FlushAsync();

        left.ShouldBe(28);
        (await fixture.ValuesAsync()).Count.ShouldBe(40);
        var read = await fixture.Memory.GetHistoryAsync().CountAsync(entry => entry.Operation is LedgerOperation.Add && entry.ItemKind is "attribute");
        read.ShouldBe(40);
        fixture.Client.Calls.Count.ShouldBeLessThanOrEqualTo(12);
        (await fixture.Memory.GetStatusAsync()).Usage.ShouldHaveSingleItem().Calls.ShouldBe(fixture.Client.Calls.Count);
    }

    [Fact]
    public async Task Flush_ModelSlowerThanTheLease_KeepsTheScope()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (store, counts) = CountingStore.Make();
        await using var fixture = new WorkerFixture(
            async (call, token) =>
            {
                await gate.Task.WaitAsync(token);
                return Says(WorkerFixture.Loves(call));
            },
            options => (options.Models.CallTimeout, options.UnderstandingLease) = (TimeSpan.FromHours(2), TimeSpan.FromMinutes(1)),
            store);
        await fixture.RememberAsync(4);
        var flush = fixture.Memory.FlushAsync();
        for (var renewal = 0; renewal < 20; renewal++)
        {
            // A third of the lease at a time, each renewal seen before the next: nearly seven leases.
            var before = counts.Claims;
            await fixture.AdvanceUntilAsync(TimeSpan.FromSeconds(20), () => counts.Claims > before);
        }

        var now = fixture.Time.GetUtcNow();
        (await fixture.Store.ClaimAsync(new OMem.Storage.ClaimRequest(EngineFixture.Alice, "thief", 10, now, now.AddMinutes(1)))).ShouldBeNull();
        gate.SetResult();
        await flush;

        (await fixture.ValuesAsync()).Count.ShouldBe(4);
        fixture.Client.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Flush_ContextWindowTooSmall_ShrinksTheCalls()
    {
        await using var fixture = new WorkerFixture(
            static call =>
            {
                if (call.Prompt.Length / 4 > 1_800)
                {
                    throw new ModelException(ModelFault.TooLong, "The prompt does not fit.");
                }
            },
            options => options.Models.MessagesPerCall = 100);
        await fixture.RememberAsync(100, (50, "I love " + string.Concat(Enumerable.Repeat("very long words ", 5_000))));

        await fixture.Memory.FlushAsync();

        var status = await fixture.Memory.GetStatusAsync();
        (status.Pending, status.Parked).ShouldBe((0, 0));
        (await fixture.ValuesAsync()).Count.ShouldBe(99);
    }

    [Fact]
    public async Task Flush_ModelThatAnswersGarbage_GivesUpAfterABoundedNumberOfCalls()
    {
        await using var fixture = new WorkerFixture(
            (_, _) => Task.FromResult(Says("<html>It works!</html>")),
            options => (options.Models.MessagesPerCall, options.MaxUnderstandingAttempts) = (16, 1));
        await fixture.RememberAsync(400);

        await fixture.Memory.FlushAsync();

        var status = await fixture.Memory.GetStatusAsync();
        (status.Pending, status.Parked).ShouldBe((0, 400));
        fixture.Client.Calls.Count.ShouldBeLessThan(80);
        status.Failures.ShouldAllBe(failure => failure.Error == "The model's answer is not the JSON that was asked for.");
    }

    [Fact]
    public async Task RetryParked_ModelWorksAgain_UnderstandsThem()
    {
        var broken = true;
        await using var fixture = new WorkerFixture(
            _ =>
            {
                if (broken)
                {
                    throw new TimeoutException();
                }
            },
            options => options.MaxUnderstandingAttempts = 1);
        await fixture.RememberAsync(4);
        await fixture.Memory.FlushAsync();
        broken = false;

        (await fixture.Memory.RetryParkedAsync()).ShouldBe(4);
        await fixture.Memory.FlushAsync();

        (await fixture.ValuesAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Background_ParkedRows_AreTakenUpAfterTheInterval()
    {
        var broken = true;
        await using var fixture = new WorkerFixture(
            _ =>
            {
                if (broken)
                {
                    throw new TimeoutException();
                }
            },
            options => (options.MaxUnderstandingAttempts, options.BackgroundUnderstanding, options.ParkedRetryInterval) = (1, true, TimeSpan.FromHours(1)));
        await fixture.RememberAsync(4);
        await fixture.RunAsync(UntilAsync(fixture, status => status.Parked == 4));
        broken = false;

        await fixture.RunAsync(UntilAsync(fixture, status => status is { Parked: 0, Pending: 0 }), TimeSpan.FromMinutes(1));

        (await fixture.ValuesAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Background_SeveralScopes_AreReadAtATime()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new CountdownEvent(3);
        await using var fixture = new WorkerFixture(
            async (call, token) =>
            {
                started.Signal();
                await gate.Task.WaitAsync(token);
                return Says(WorkerFixture.Loves(call));
            },
            options => options.BackgroundUnderstanding = true);
        for (var i = 0; i < 3; i++)
        {
            await fixture.Engine.ForScope(new MemoryScope("acme", $"user{i}")).RememberAsync([EngineFixture.Say($"m{i}", "I love jazz")]);
        }

        started.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        gate.SetResult();
    }

    private static void Refuse(ScriptedCall call, string text)
    {
        if (call.Read.Messages.Any(message => string.Equals(message.Text, text, StringComparison.Ordinal)))
        {
            throw new ModelException(ModelFault.Refused, "The model declined.");
        }
    }

    private static async Task UntilAsync(WorkerFixture fixture, Func<MemoryStatus, bool> isReached)
    {
        var patience = new Patience();
        while (!isReached(await fixture.Memory.GetStatusAsync()))
        {
            await patience.YieldAsync();
        }
    }

    private sealed class Collect(List<FlushProgress> into) : IProgress<FlushProgress>
    {
        public void Report(FlushProgress value) => into.Add(value);
    }

    private sealed class Act(Action<FlushProgress> act) : IProgress<FlushProgress>
    {
        public void Report(FlushProgress value) => act(value);
    }
}
