using System.Reflection;

namespace OMem.TestKit.Storage;

/// <summary>What is stored as one scope is never seen or changed as another: every method, every way scopes can be near each other.</summary>
public abstract class IsolationConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly MemoryScope Owner = new("acme", "alice", "helper");

    /// <summary>Scopes that share parts with <see cref="Owner"/>, or whose parts run together to the same text.</summary>
    private static readonly MemoryScope[] Strangers =
    [
        new("acme", "alice"), new("acme", "alice", "Helper"), new("acme", "bob", "helper"), new("acme2", "alice", "helper"),
        new("acm", "ealice", "helper"), new("acme", "alicehelper"), new("ACME", "alice", "helper"), new("acme", "alice/helper"),
    ];

    /// <summary>Every method that takes a scope, as a call that shows what another scope sees. A new method without a row here fails a test.</summary>
    private Dictionary<string, Func<MemoryScope, Task<object?>>> Reads => new(StringComparer.Ordinal)
    {
        [nameof(IMemoryStore.GetHeadAsync)] = async scope => await Store.GetHeadAsync(scope),
        [nameof(IMemoryStore.ReadLogAsync)] = async scope => await Store.ReadLogAsync(scope, 0).ToListAsync(),
        [nameof(IMemoryStore.ReadIndexAsync)] = async scope => await Store.ReadIndexAsync(scope, 0).ToListAsync(),
        [nameof(IMemoryStore.GetInteractionsAsync)] = async scope => await Store.GetInteractionsAsync(scope, [1, 2, 3]),
        [nameof(IMemoryStore.GetOutboxStatusAsync)] = async scope => await Store.GetOutboxStatusAsync(scope),
        [nameof(IMemoryStore.ReadWaitingAsync)] = async scope => await Store.ReadWaitingAsync(scope),
        [nameof(IMemoryStore.ReadDerivedAsync)] = async scope => await Store.ReadDerivedAsync(scope),
        [nameof(IMemoryStore.ReadLedgerAsync)] = async scope => await Store.ReadLedgerAsync(scope, new HistoryQuery { ItemId = "i" }).ToListAsync(),
        [nameof(IMemoryStore.CountLedgerAsync)] = async scope => await Store.CountLedgerAsync(scope),
        [nameof(IMemoryStore.ReadPropertiesAsync)] = async scope => await Store.ReadPropertiesAsync(scope),
        [nameof(IMemoryStore.ReadUsageAsync)] = async scope => await Store.ReadUsageAsync(scope),
        [nameof(IMemoryStore.ClaimAsync)] = async scope => await ClaimAsync(scope, "stranger", Sample.Noon.AddYears(1)),
    };

    private Dictionary<string, Func<MemoryScope, Task>> Writes => new(StringComparer.Ordinal)
    {
        [nameof(IMemoryStore.AppendAsync)] = scope => Store.AppendAsync(scope, [Sample.Row("m1", "the stranger's own")]),
        [nameof(IMemoryStore.ReplaceIndexAsync)] = scope => Store.ReplaceIndexAsync(scope, [new IndexRow(1, Sample.Index("stranger"))]),
        [nameof(IMemoryStore.ReleaseAsync)] = scope => Store.ReleaseAsync(scope, "worker"),
        [nameof(IMemoryStore.FailAsync)] = scope => Store.FailAsync(scope, "worker", [new OutboxAttempt(2, "stranger", null)]),
        [nameof(IMemoryStore.CommitAsync)] = scope => Store.CommitAsync(scope, new DerivedCommit
        {
            ExpectedVersion = 0,
            Items = [Sample.Item("i", 9)],
            Topics = [Sample.Topic("t", 9)],
            Clusters = [new AttributeCluster("c", "S", "l", "s", [])],
            RemovedClusters = ["c"],
            Ledger = [Sample.Entry("i")],
            Understood = [2, 3],
        }),
        [nameof(IMemoryStore.RestoreAsync)] = scope => Store.RestoreAsync(scope, new ScopeRestore { Log = [Sample.Row("m1", "the stranger's own")], Items = [Sample.Item("i", 1)] }),
        [nameof(IMemoryStore.RetryParkedAsync)] = scope => Store.RetryParkedAsync(scope),
        [nameof(IMemoryStore.AddUsageAsync)] = scope => Store.AddUsageAsync(scope, [new StageUsage(ModelStage.Read, "m", 1, 1, 1, 1)]),
        [nameof(IMemoryStore.SetPropertyAsync)] = scope => Store.SetPropertyAsync(scope, "policy", "the stranger's own"),
        [nameof(IMemoryStore.ResetDerivedAsync)] = scope => Store.ResetDerivedAsync(scope, Sample.Entry("scope", LedgerOperation.Rebuild, "scope")),
        [nameof(IMemoryStore.EraseAsync)] = scope => Store.EraseAsync(scope, new ScopeErase()),
    };

    [Fact]
    public void EveryMethodThatTakesAScope_IsTested()
    {
        var methods = typeof(IMemoryStore).GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(static method => method.GetParameters().Any(static parameter => parameter.ParameterType == typeof(MemoryScope) || parameter.ParameterType == typeof(ClaimRequest)))
            .Select(static method => method.Name);

        Assert.Equal(methods.Order(StringComparer.Ordinal), Reads.Keys.Concat(Writes.Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Read_AsAnotherScope_SeesWhatAnEmptyScopeSees()
    {
        var empty = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, read) in Reads)
        {
            empty.Add(name, await read(new MemoryScope("nobody", "nobody")));
        }

        await FillAsync();

        foreach (var stranger in Strangers)
        {
            foreach (var (name, read) in Reads)
            {
                Expect.Same(empty[name], await read(stranger));
            }
        }
    }

    [Fact]
    public async Task Write_AsAnotherScope_ChangesNothingOfTheOwners()
    {
        await FillAsync();
        var before = await SnapshotAsync();

        foreach (var stranger in Strangers)
        {
            foreach (var write in Writes.Values)
            {
                await Expect.WorksOrIsRefusedAsync(() => write(stranger));
            }

            Expect.Same(before, await SnapshotAsync());
        }
    }

    [Fact]
    public async Task Claim_WithoutAScope_NamesTheScopeOfItsRows()
    {
        await FillAsync();
        foreach (var stranger in Strangers)
        {
            await AppendAsync(stranger, "x");
        }

        var seen = new List<MemoryScope>();
        while (await ClaimAsync(null, "w", Sample.Noon.AddHours(1)) is { } claim)
        {
            seen.Add(claim.Scope);
            Assert.Equal(claim.Scope == Owner ? [2, 3] : [1], claim.Rows.Select(static row => row.Sequence));
        }

        Assert.Equal(Strangers.Length + 1, seen.Distinct().Count());
        Assert.Equal(Strangers.Length + 1, seen.Count);
    }

    [Fact]
    public async Task NullScope_EveryMethod_IsRefused()
    {
        foreach (var (name, call) in Reads.Where(static pair => pair.Key is not (nameof(IMemoryStore.GetOutboxStatusAsync) or nameof(IMemoryStore.ClaimAsync) or nameof(IMemoryStore.ReadPropertiesAsync))))
        {
            Assert.False(await Expect.WorksOrIsRefusedAsync(() => call(null!)), name);
        }

        foreach (var (name, call) in Writes.Where(static pair => pair.Key is not (nameof(IMemoryStore.RetryParkedAsync) or nameof(IMemoryStore.SetPropertyAsync))))
        {
            Assert.False(await Expect.WorksOrIsRefusedAsync(() => call(null!)), name);
        }
    }

    private async Task FillAsync()
    {
        await Store.AppendAsync(Owner, Sample.Rows(3));
        await ClaimAsync(Owner, "worker", Sample.Noon);
        await Store.CommitAsync(Owner, new DerivedCommit
        {
            ExpectedVersion = 0,
            Owner = "worker",
            Items = [Sample.Item("i", 1)],
            Topics = [Sample.Topic("t", 1)],
            Clusters = [new AttributeCluster("c", "A", "l", "s", ["i"])],
            Ledger = [Sample.Entry("i")],
            Understood = [1],
        });
        await Store.AddUsageAsync(Owner, [new StageUsage(ModelStage.Read, "m", 1, 0, 100, 10)]);
        await Store.SetPropertyAsync(Owner, "policy", "the owner's");
    }

    private async Task<object> SnapshotAsync() => new
    {
        Head = await Store.GetHeadAsync(Owner),
        Log = await Store.ReadLogAsync(Owner, 0).ToListAsync(),
        Derived = await Store.ReadDerivedAsync(Owner),
        Properties = await Store.ReadPropertiesAsync(Owner),
        Ledger = await Store.ReadLedgerAsync(Owner, new HistoryQuery()).ToListAsync(),
        Usage = await Store.ReadUsageAsync(Owner),
        Outbox = await Store.GetOutboxStatusAsync(Owner),
        Waiting = await Store.ReadWaitingAsync(Owner),
    };
}
