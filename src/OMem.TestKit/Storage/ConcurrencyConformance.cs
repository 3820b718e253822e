using System.Globalization;

namespace OMem.TestKit.Storage;

/// <summary>Many callers at once, through one handle and through several: nothing lost, nothing twice, nothing torn.</summary>
public abstract class ConcurrencyConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    private const int Writers = 8;
    private const int Calls = 25;

    [Fact]
    public async Task Append_ManyWritersOneScope_NumbersWithoutGapOrTwin()
    {
        var results = await WriteAsync(Store, Store, static _ => Alice);

        Assert.Equal(Enumerable.Range(1, Writers * Calls * 2).Select(static i => (long)i), results.Select(static row => row.Sequence).Order());
        Assert.All(results, static row => Assert.False(row.AlreadyStored));
        Assert.Equal(Writers * Calls * 2, (await LogIdsAsync(Alice)).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Append_ManyWritersManyScopes_EachLogIsItsOwn()
    {
        await WriteAsync(Store, Store, static writer => new MemoryScope("acme", $"user{writer % 4}"));

        Assert.Equal(4, (await Store.ListScopesAsync()).Count);
        foreach (var scope in await Store.ListScopesAsync())
        {
            var log = await Store.ReadLogAsync(scope, 0).ToListAsync();
            Assert.Equal(Enumerable.Range(1, Writers / 4 * Calls * 2).Select(static i => (long)i), log.Select(static row => row.Stored.Sequence));
            Assert.All(log, row => Assert.Equal(scope.User, $"user{int.Parse(row.Stored.Interaction.Id.AsSpan(1, 1), CultureInfo.InvariantCulture) % 4}"));
        }
    }

    [Fact]
    public async Task Append_TwoHandlesOneScope_NumbersWithoutGapOrTwin()
    {
        var results = await WriteAsync(Store, await OpenAnotherAsync(), static _ => Alice);

        Assert.Equal(Enumerable.Range(1, Writers * Calls * 2).Select(static i => (long)i), results.Select(static row => row.Sequence).Order());
    }

    [Fact]
    public async Task Append_TwoHandles_EachSeesTheOthersRowsAtOnce()
    {
        var other = await OpenAnotherAsync();
        await AppendAsync(Alice, "a");

        Assert.Equal(new ScopeHead(1, 0), await other.GetHeadAsync(Alice));
        Assert.Equal([new(1, true), new AppendedRow(2, false)], (await other.AppendAsync(Alice, [Sample.Row("a"), Sample.Row("b")])).Rows);
        Assert.Equal(new ScopeHead(2, 0), await Store.GetHeadAsync(Alice));
        await Assert.ThrowsAsync<IdempotencyConflictException>(() => other.AppendAsync(Alice, [Sample.Row("a", "other")]));
    }

    [Fact]
    public async Task Append_SameRowsFromManyCallers_StoresEachOnce()
    {
        var other = await OpenAnotherAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Run(
            () => (i % 2 == 0 ? Store : other).AppendAsync(Alice, Sample.Rows(Calls)))));

        Assert.Equal(Calls, (await LogIdsAsync(Alice)).Length);
        Assert.Equal(Calls, results.Sum(static result => result.Rows.Count(static row => !row.AlreadyStored)));
        Assert.All(results, static result => Assert.Equal(Enumerable.Range(1, Calls).Select(static i => (long)i), result.Rows.Select(static row => row.Sequence)));
    }

    [Fact]
    public async Task Append_OneOfManyAtOnceIsRefused_TheOthersAreStored()
    {
        await AppendAsync(Alice, "known");

        var calls = Enumerable.Range(0, 40).Select(i => Task.Run(async () => await Expect.WorksOrIsRefusedAsync(
            () => Store.AppendAsync(Alice, i % 4 == 0 ? [Sample.Row($"bad{i}"), Sample.Row("known", "other")] : [Sample.Row($"good{i}")]))));
        var worked = await Task.WhenAll(calls);

        Assert.Equal(30, worked.Count(static works => works));
        var ids = await LogIdsAsync(Alice);
        Assert.Equal(31, ids.Length);
        Assert.DoesNotContain(ids, static id => id.StartsWith("bad", StringComparison.Ordinal));
        Assert.Equal(31, (await Store.GetHeadAsync(Alice)).LogSequence);
    }

    [Fact]
    public async Task ReadDerived_WhileCommitting_IsNeverTorn()
    {
        var other = await OpenAnotherAsync();
        var writer = Task.Run(async () =>
        {
            for (var version = 0; version < 40; version++)
            {
                long[] links = [.. Enumerable.Range(1, version + 1).Select(static i => (long)i)];
                await Store.CommitAsync(Alice, new DerivedCommit
                {
                    ExpectedVersion = version,
                    Items = [Sample.Item("i", links)],
                    Topics = [Sample.Topic("t", links)],
                });
            }
        });

        while (!writer.IsCompleted)
        {
            var derived = await other.ReadDerivedAsync(Alice);
            Assert.All(derived.Items, item => Assert.Equal(derived.Version, item.Item.Evidence.Count));
            Assert.All(derived.Topics, topic => Assert.Equal(derived.Version, topic.Topic.Interactions.Count));
            Assert.Equal(derived.Items.Count, derived.Topics.Count);
        }

        await writer;
    }

    [Fact]
    public async Task Claim_ManyWorkersTwoHandles_GivesEachRowOnce()
    {
        var other = await OpenAnotherAsync();
        MemoryScope[] scopes = [.. Enumerable.Range(0, 5).Select(static i => new MemoryScope("acme", $"user{i}"))];
        foreach (var scope in scopes)
        {
            await Store.AppendAsync(scope, Sample.Rows(20));
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => WorkAsync(i % 2 == 0 ? Store : other, $"w{i}"))));

        var rows = taken.SelectMany(static rows => rows).ToList();
        Assert.Equal(100, rows.Count);
        Assert.Equal(100, rows.Distinct().Count());
        Expect.Same(new OutboxStatus(0, 0, null, []), await Store.GetOutboxStatusAsync(null));
    }

    private static async Task<List<(MemoryScope Scope, long Sequence)>> WorkAsync(IMemoryStore store, string owner)
    {
        var taken = new List<(MemoryScope, long)>();
        while ((await store.GetOutboxStatusAsync(null)).Pending > 0)
        {
            if (await store.ClaimAsync(new ClaimRequest(null, owner, 7, Sample.Noon, Sample.Noon + Sample.Lease)) is not { } claim)
            {
                await Task.Yield();
                continue;
            }

            long[] sequences = [.. claim.Rows.Select(static row => row.Sequence)];
            await store.CommitAsync(claim.Scope, new DerivedCommit
            {
                ExpectedVersion = (await store.GetHeadAsync(claim.Scope)).DerivedVersion,
                Owner = owner,
                Understood = sequences,
            });
            taken.AddRange(sequences.Select(sequence => (claim.Scope, sequence)));
        }

        return taken;
    }

    /// <summary>Each writer makes its calls one after the other, two rows a call.</summary>
    private static async Task<List<AppendedRow>> WriteAsync(IMemoryStore first, IMemoryStore second, Func<int, MemoryScope> scope)
    {
        var all = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var rows = new List<AppendedRow>();
            for (var call = 0; call < Calls; call++)
            {
                var store = writer % 2 == 0 ? first : second;
                var result = await store.AppendAsync(scope(writer), [Sample.Row($"w{writer}c{call}a"), Sample.Row($"w{writer}c{call}b")]);
                Assert.Equal(result.Rows[0].Sequence + 1, result.Rows[1].Sequence);
                rows.AddRange(result.Rows);
            }

            return rows;
        })));
        return [.. all.SelectMany(static rows => rows)];
    }
}
