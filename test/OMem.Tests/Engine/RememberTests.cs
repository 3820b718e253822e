using static OMem.Tests.Engine.EngineFixture;

namespace OMem.Tests.Engine;

public sealed class RememberTests : IAsyncDisposable
{
    private readonly EngineFixture _fixture = new();

    private IMemory Memory => _fixture.Memory;

    [Fact]
    public async Task Remember_NewInteractions_AreInTheLogInOrder()
    {
        var result = await Memory.RememberAsync([Say("m1", "I live in Oslo"), Say("m2", "I have a dog")]);

        result.ShouldBe(new RememberResult(Stored: 2, AlreadyStored: 0, LastSequence: 2));
        var log = await Memory.ReadLogAsync().ToListAsync();
        log.Select(stored => stored.Interaction.Id).ShouldBe(["m1", "m2"]);
        log.Select(stored => stored.RecordedAt).ShouldAllBe(at => at == Start);
    }

    [Fact]
    public async Task Remember_SameIdAndContentTwice_StoresOnce()
    {
        await Memory.RememberAsync([Say("m1", "I live in Oslo")]);

        var again = await Memory.RememberAsync([Say("m1", "I live in Oslo"), Say("m2", "I have a dog")]);

        again.ShouldBe(new RememberResult(Stored: 1, AlreadyStored: 1, LastSequence: 2));
    }

    [Fact]
    public async Task Remember_SameIdTwiceInOneCall_StoresOnce()
    {
        var result = await Memory.RememberAsync([Say("m1", "I live in Oslo"), Say("m1", "I live in Oslo")]);

        result.ShouldBe(new RememberResult(Stored: 1, AlreadyStored: 1, LastSequence: 1));
        (await Memory.ReadLogAsync().ToListAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Remember_SameIdWithOtherContent_StoresNothing()
    {
        await Memory.RememberAsync([Say("m1", "I live in Oslo")]);

        var error = await Should.ThrowAsync<IdempotencyConflictException>(
            () => Memory.RememberAsync([Say("m2", "I have a dog"), Say("m1", "I live in Rome")]));

        error.InteractionId.ShouldBe("m1");
        error.Index.ShouldBe(1);
        error.Message.ShouldNotContain("Rome");
        (await Memory.ReadLogAsync().ToListAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Remember_SameIdWithOtherContentInOneCall_StoresNothing()
    {
        var error = await Should.ThrowAsync<IdempotencyConflictException>(
            () => Memory.RememberAsync([Say("m1", "I live in Oslo"), Say("m1", "I live in Rome")]));

        error.Index.ShouldBe(1);
        (await Memory.ReadLogAsync().ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Remember_OneInvalidAmongMany_StoresNothing()
    {
        var error = await Should.ThrowAsync<InvalidInteractionException>(
            () => Memory.RememberAsync([Say("m1", "I live in Oslo"), Say("m2", "")]));

        error.Index.ShouldBe(1);
        (await Memory.ReadLogAsync().ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Remember_Nothing_IsAllowedAndChangesNothing() =>
        (await Memory.RememberAsync([])).ShouldBe(new RememberResult(0, 0, 0));

    [Fact]
    public async Task Remember_CancelledBefore_StoresNothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(
            () => Memory.RememberAsync([Say("m1", "I live in Oslo")], new CancellationToken(canceled: true)));

        (await Memory.ReadLogAsync().ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Remember_ClockGoingBackwards_KeepsArrivalOrderAndBothTimes()
    {
        await Memory.RememberAsync([Say("m1", "later", minutes: 60), Say("m2", "earlier", minutes: 0)]);

        var log = await Memory.ReadLogAsync().ToListAsync();
        log.Select(stored => stored.Interaction.Id).ShouldBe(["m1", "m2"]);
        log[0].Interaction.OccurredAt.ShouldBeGreaterThan(log[1].Interaction.OccurredAt);
    }

    [Fact]
    public async Task Remember_ManyCallersAtOnce_LosesAndDoublesNothing()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), async (i, ct) =>
            await Memory.RememberAsync([Say($"m{i % 100}", $"message number {i % 100}")], ct));

        var log = await Memory.ReadLogAsync().ToListAsync();
        log.Select(stored => stored.Interaction.Id).ShouldBeUnique();
        log.Count.ShouldBe(100);
        log.Select(stored => stored.Sequence).ShouldBe(Enumerable.Range(1, 100).Select(i => (long)i));
        (await Memory.RecallAsync(new RecallQuery("message number 42"))).Items.ShouldContain(item => item.Id == "m42");
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();
}
