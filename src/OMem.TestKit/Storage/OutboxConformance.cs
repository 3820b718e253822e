namespace OMem.TestKit.Storage;

/// <summary>Claims, leases, failures and parking.</summary>
public abstract class OutboxConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly DateTimeOffset Now = Sample.Noon.AddHours(1);

    [Fact]
    public async Task Claim_NothingStored_IsNull()
    {
        Assert.Null(await ClaimAsync(null, "w1", Now));
        Assert.Null(await ClaimAsync(Alice, "w1", Now));
    }

    [Fact]
    public async Task Claim_WaitingRows_GivesTheOldestInLogOrder()
    {
        await Store.AppendAsync(Alice, Sample.Rows(5));

        var claim = await ClaimAsync(null, "w1", Now, rows: 3);

        Assert.NotNull(claim);
        Assert.Equal(Alice, claim.Scope);
        Assert.Equal([new(1, 0), new(2, 0), new(3, 0)], claim.Rows);
    }

    [Fact]
    public async Task Claim_LeasedScope_GivesNobodyElseRows()
    {
        await Store.AppendAsync(Alice, Sample.Rows(5));
        await ClaimAsync(Alice, "w1", Now, rows: 1);

        Assert.Null(await ClaimAsync(Alice, "w2", Now));
        Assert.Null(await ClaimAsync(null, "w2", Now));
        Assert.Null(await ClaimAsync(null, "w1", Now));
        Assert.Null(await ClaimAsync(Alice, "w2", Now + Sample.Lease - TimeSpan.FromTicks(1)));
    }

    [Fact]
    public async Task Claim_LeaseRanOut_GoesToTheNextWorker()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));
        await ClaimAsync(Alice, "w1", Now);

        var claim = await ClaimAsync(null, "w2", Now + Sample.Lease);

        Assert.Equal(2, claim?.Rows.Count);
        var fault = await Assert.ThrowsAsync<ScopeConflictException>(
            () => Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 0, Owner = "w1", Understood = [1, 2] }));
        Assert.True(fault.LeaseLost);
        Assert.True(fault.IsTransient);
    }

    [Fact]
    public async Task Claim_LeaseRanOutButNobodyTookOver_MayStillCommit()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));
        await ClaimAsync(Alice, "w1", Now);

        var version = await Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 0, Owner = "w1", Understood = [1, 2] });

        Assert.Equal(1, version);
    }

    [Fact]
    public async Task Claim_LeaseOrNextTryOfAClockThatWasAhead_HoldsNobodyUp()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));
        await ClaimAsync(Alice, "ahead", Now.AddYears(1));
        Assert.NotNull(await ClaimAsync(null, "w1", Now));
        Assert.Null(await ClaimAsync(Alice, "w2", Now));
        await Store.FailAsync(Alice, "w1", [new OutboxAttempt(1, "later", Now.AddHours(1)), new OutboxAttempt(2, "far ahead", Now.AddYears(1))]);

        Assert.Equal([new OutboxRow(2, 1)], (await ClaimAsync(Alice, "w3", Now))?.Rows);
    }

    [Fact]
    public async Task Claim_OwnerNamesItsScope_RenewsTheLease()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));
        await ClaimAsync(Alice, "w1", Now);

        var renewed = await ClaimAsync(Alice, "w1", Now + Sample.Lease / 2);

        Assert.Equal(2, renewed?.Rows.Count);
        Assert.Null(await ClaimAsync(Alice, "w2", Now + Sample.Lease));
        Assert.NotNull(await ClaimAsync(Alice, "w2", Now + Sample.Lease * 1.5));
    }

    [Fact]
    public async Task Claim_SeveralScopes_TakesTheOneThatWaitedLongest()
    {
        await Store.AppendAsync(Alice, [Sample.Row("a", recordedAt: Sample.Noon.AddMinutes(5))]);
        await Store.AppendAsync(Bob, [Sample.Row("b", recordedAt: Sample.Noon.AddMinutes(3).ToOffset(TimeSpan.FromHours(-11)))]);
        var carol = new MemoryScope("acme", "carol");
        await Store.AppendAsync(carol, [Sample.Row("c", recordedAt: Sample.Noon.AddMinutes(3))]);

        Assert.Equal(Bob, (await ClaimAsync(null, "w1", Now))?.Scope);
        Assert.Equal(carol, (await ClaimAsync(null, "w1", Now))?.Scope);
        Assert.Equal(Alice, (await ClaimAsync(null, "w2", Now))?.Scope);
        Assert.Null(await ClaimAsync(null, "w3", Now));
    }

    [Fact]
    public async Task Claim_NamedScope_IgnoresTheOthers()
    {
        await AppendAsync(Alice, "a");
        await AppendAsync(Bob, "b");

        Assert.Equal(Bob, (await ClaimAsync(Bob, "w1", Now))?.Scope);
    }

    [Fact]
    public async Task Claim_WithoutOwnerOrRows_IsRefused()
    {
        await AppendAsync(Alice, "a");

        await Assert.ThrowsAnyAsync<ArgumentException>(() => ClaimAsync(Alice, "", Now));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => ClaimAsync(Alice, "w1", Now, rows: 0));
    }

    [Fact]
    public async Task Release_ByTheOwner_FreesTheRows()
    {
        await AppendAsync(Alice, "a");
        await ClaimAsync(Alice, "w1", Now);

        await Store.ReleaseAsync(Alice, "w1");

        Assert.Equal([new OutboxRow(1, 0)], (await ClaimAsync(null, "w2", Now))?.Rows);
    }

    [Fact]
    public async Task Release_BySomebodyElse_DoesNothing()
    {
        await AppendAsync(Alice, "a");
        await ClaimAsync(Alice, "w1", Now);

        await Store.ReleaseAsync(Alice, "w2");
        await Store.ReleaseAsync(Bob, "w2");

        Assert.Null(await ClaimAsync(Alice, "w2", Now));
    }

    [Fact]
    public async Task Fail_WithNextTry_WaitsUntilThenAndRemembersTheError()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));
        await ClaimAsync(Alice, "w1", Now);
        var next = Now.AddMinutes(10).ToOffset(TimeSpan.FromHours(5));

        await Store.FailAsync(Alice, "w1", [new OutboxAttempt(1, "model is away", next)]);

        Assert.Equal([new OutboxRow(2, 0)], (await ClaimAsync(Alice, "w2", Now))?.Rows);
        await Store.ReleaseAsync(Alice, "w2");
        Assert.Equal([new(1, 1), new(2, 0)], (await ClaimAsync(Alice, "w2", next))?.Rows);
        var status = await Store.GetOutboxStatusAsync(Alice);
        Expect.Same(new OutboxStatus(2, 0, Sample.Noon, [new OutboxFailure("m1", 1, 1, next, "model is away")]), status);
    }

    [Fact]
    public async Task Claim_OnlyRowsThatAreNotDue_IsNull()
    {
        await AppendAsync(Alice, "a");
        await ClaimAsync(Alice, "w1", Now);
        await Store.FailAsync(Alice, "w1", [new OutboxAttempt(1, "no", Now.AddTicks(1))]);

        Assert.Null(await ClaimAsync(null, "w1", Now));
        Assert.Null(await ClaimAsync(Alice, "w1", Now));
        Assert.NotNull(await ClaimAsync(null, "w1", Now.AddTicks(1)));
    }

    [Fact]
    public async Task RetryParked_ParkedRows_AreDueAtOnceWithNoAttempts()
    {
        await Store.AppendAsync(Alice, Sample.Rows(3));
        await ClaimAsync(Alice, "w1", Now);
        await Store.FailAsync(Alice, "w1", [new OutboxAttempt(1, "later", Now.AddDays(1)), new OutboxAttempt(2, "cannot be read", null)]);

        Assert.Equal(1, await Store.RetryParkedAsync(Alice));

        Assert.Equal([new(2, 0), new(3, 0)], (await ClaimAsync(Alice, "w1", Now))?.Rows);
        Assert.Equal((3, 0), ((await Store.GetOutboxStatusAsync(Alice)) is var status ? (status.Pending, status.Parked) : default));
        Assert.Equal(0, await Store.RetryParkedAsync(Alice));
    }

    [Fact]
    public async Task RetryParked_NoScope_TakesTheWholeStore()
    {
        foreach (var scope in new[] { Alice, Bob })
        {
            await Store.AppendAsync(scope, Sample.Rows(1));
            await ClaimAsync(scope, "w1", Now);
            await Store.FailAsync(scope, "w1", [new OutboxAttempt(1, "cannot be read", null)]);
        }

        Assert.Equal(0, await Store.RetryParkedAsync(new MemoryScope("acme", "nobody")));
        Assert.Equal(1, await Store.RetryParkedAsync(Alice));
        Assert.Equal(1, await Store.RetryParkedAsync(null));
    }

    [Fact]
    public async Task Fail_WithoutNextTry_ParksTheRow()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));
        await ClaimAsync(Alice, "w1", Now);

        await Store.FailAsync(Alice, "w1", [new OutboxAttempt(2, "cannot be read", null)]);

        Assert.Equal([new OutboxRow(1, 0)], (await ClaimAsync(Alice, "w1", DateTimeOffset.MaxValue.AddHours(-1)))?.Rows);
        Expect.Same(
            new OutboxStatus(1, 1, Sample.Noon, [new OutboxFailure("m2", 2, 1, null, "cannot be read")]),
            await Store.GetOutboxStatusAsync(Alice));
    }

    [Fact]
    public async Task Fail_SeveralTimes_CountsTheAttempts()
    {
        await AppendAsync(Alice, "a");
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var claim = await ClaimAsync(Alice, "w1", Now);
            Assert.Equal([new OutboxRow(1, attempt - 1)], claim?.Rows);
            await Store.FailAsync(Alice, "w1", [new OutboxAttempt(1, $"attempt {attempt}", attempt == 3 ? null : Now)]);
        }

        var failure = Assert.Single((await Store.GetOutboxStatusAsync(Alice)).Failures);
        Assert.Equal((3, "attempt 3", null), (failure.Attempts, failure.Error, failure.NextTry));
    }

    [Fact]
    public async Task Fail_WithoutTheLease_IsRefusedAndChangesNothing()
    {
        await AppendAsync(Alice, "a");
        await ClaimAsync(Alice, "w1", Now);

        foreach (var scope in new[] { Alice, Bob })
        {
            var fault = await Assert.ThrowsAsync<ScopeConflictException>(
                () => Store.FailAsync(scope, "w2", [new OutboxAttempt(1, "not mine", null)]));
            Assert.True(fault.LeaseLost);
        }

        Expect.Same(new OutboxStatus(1, 0, Sample.Noon, []), await Store.GetOutboxStatusAsync(Alice));
        Assert.Null(await ClaimAsync(Alice, "w2", Now));
    }

    [Fact]
    public async Task OutboxStatus_ManyFailures_GivesTheNewestTwenty()
    {
        await Store.AppendAsync(Alice, Sample.Rows(30));
        await ClaimAsync(Alice, "w1", Now);
        await Store.FailAsync(
            Alice, "w1", [.. Enumerable.Range(1, 30).Select(static i => new OutboxAttempt(i, "no", i % 2 == 0 ? null : Now))]);

        var status = await Store.GetOutboxStatusAsync(Alice);

        Assert.Equal((15, 15), (status.Pending, status.Parked));
        Assert.Equal(Enumerable.Range(11, 20).Reverse().Select(static i => (long)i), status.Failures.Select(static failure => failure.Sequence));
    }

    [Fact]
    public async Task OutboxStatus_WholeStore_AddsUpAllScopes()
    {
        await Store.AppendAsync(Alice, [Sample.Row("a1", recordedAt: Sample.Noon.AddHours(2)), Sample.Row("a2", recordedAt: Sample.Noon)]);
        await Store.AppendAsync(Bob, [Sample.Row("b1", recordedAt: Sample.Noon.AddHours(1))]);
        await ClaimAsync(Bob, "w1", Now);
        await Store.FailAsync(Bob, "w1", [new OutboxAttempt(1, "no", null)]);

        Expect.Same(
            new OutboxStatus(2, 1, Sample.Noon.AddHours(2), [new OutboxFailure("b1", 1, 1, null, "no")]),
            await Store.GetOutboxStatusAsync(null));
        Expect.Same(new OutboxStatus(0, 0, null, []), await Store.GetOutboxStatusAsync(new MemoryScope("acme", "nobody")));
    }

    [Fact]
    public async Task Commit_Understood_TakesRowsOutAndKeepsTheLeaseIfWished()
    {
        await Store.AppendAsync(Alice, Sample.Rows(3));
        await ClaimAsync(Alice, "w1", Now);

        await Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 0, Owner = "w1", Understood = [1], ReleaseLease = false });
        Assert.Null(await ClaimAsync(Alice, "w2", Now));
        await Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 1, Owner = "w1", Understood = [2] });

        Assert.Equal([new OutboxRow(3, 0)], (await ClaimAsync(Alice, "w2", Now))?.Rows);
    }
}
