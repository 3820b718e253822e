using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace OMem.Sqlite.Tests.Erasing;

/// <summary>Whatever a store has been through: after an erase nothing of it is in the files, the file is sound, and the other scopes are as they were.</summary>
public sealed class EraseProperties
{
    private const int Scopes = 4;

    private enum Kind
    {
        Append,
        Derive,
        Replace,
        Reset,
        EraseSome,
        EraseWhole,
        Reopen,
    }

    private static readonly Gen<(Kind Kind, int Scope, int Size, int Salt)> Step = Gen.Select(
        Gen.Frequency((6, Gen.Const(Kind.Append)), (4, Gen.Const(Kind.Derive)), (2, Gen.Const(Kind.Replace)), (1, Gen.Const(Kind.Reset)), (3, Gen.Const(Kind.EraseSome)), (1, Gen.Const(Kind.EraseWhole)), (1, Gen.Const(Kind.Reopen))),
        Gen.Int[0, Scopes - 1], Gen.Int[1, 30], Gen.Int[0, 1_000_000]);

    [Fact]
    public async Task Erase_AfterAnyHistory_LeavesNothingOfItAndEverythingElse() =>
        await Step.Array[5, 40].SampleAsync(
            async steps =>
            {
                using var folder = new TemporaryFolder();
                var run = new Run(folder.File("store.omem"));
                await using (run.ConfigureAwait(false))
                {
                    foreach (var (step, i) in steps.Append((Kind.EraseWhole, 0, 1, 0)).Select(static (step, i) => (step, i)))
                    {
                        await run.DoAsync(step.Item1, new MemoryScope("acme", "user " + step.Item2.ToString(CultureInfo.InvariantCulture)), step.Item3, new Random(step.Item4), i);
                    }
                }

                return true;
            },
            iter: 40);

    private sealed class Run(string path) : IAsyncDisposable
    {
        private SqliteMemoryStore? _store;

        public async ValueTask DisposeAsync()
        {
            if (_store is not null)
            {
                await _store.DisposeAsync();
            }
        }

        public async Task DoAsync(Kind kind, MemoryScope scope, int size, Random random, int step)
        {
            var store = _store ??= await StoreRows.OpenAsync(path);
            var head = await store.GetHeadAsync(scope);
            switch (kind)
            {
                case Kind.Append:
                    await store.AppendAsync(scope, [.. Enumerable.Range(0, size).Select(i => Row($"m{step}-{i}", random))]);
                    break;
                case Kind.Derive:
                    await store.CommitAsync(scope, Derived(head, step, size, random));
                    break;
                case Kind.Replace:
                    var known = await store.ReadDerivedAsync(scope);
                    await store.CommitAsync(scope, new DerivedCommit { ExpectedVersion = head.DerivedVersion, Items = [.. known.Items.Take(size).Select(item => item with { Item = item.Item with { Text = Words(random, 20) } })] });
                    break;
                case Kind.Reset:
                    await store.ResetDerivedAsync(scope, Entry("scope", "rebuilt"));
                    break;
                case Kind.EraseSome or Kind.EraseWhole:
                    await EraseAsync(store, scope, kind is Kind.EraseWhole, random);
                    break;
                default:
                    await store.DisposeAsync();
                    _store = null;
                    break;
            }
        }

        private static async Task EraseAsync(SqliteMemoryStore store, MemoryScope scope, bool whole, Random random)
        {
            var others = (await store.ListScopesAsync()).Where(other => other != scope).ToList();
            var before = await ReadAsync(store, others);
            var log = await store.ReadLogAsync(scope, 0).ToListAsync();
            var derived = await store.ReadDerivedAsync(scope);
            var gone = whole ? log : [.. log.Where(_ => random.Next(3) == 0)];
            var items = derived.Items.Where(_ => whole || random.Next(3) == 0).ToList();

            var erased = await store.EraseAsync(scope, whole ? new ScopeErase { Verify = true } : new ScopeErase
            {
                Verify = true,
                Sequences = [.. gone.Select(static row => row.Stored.Sequence)],
                Commit = new DerivedCommit { ExpectedVersion = derived.Version, RemovedItems = [.. items.Select(static item => item.Item.Id)], RemovedTopics = [.. derived.Topics.Select(static topic => topic.Topic.Id)] },
            });

            erased.NotClean.ShouldBeNull();
            erased.Search!.Found.ShouldBe(0);
            erased.Interactions.ShouldBe(gone.Count);
            (await store.CheckIntegrityAsync()).ShouldBeEmpty();
            (await ReadAsync(store, others)).ShouldBe(before);
            (await store.ReadLogAsync(scope, 0).CountAsync()).ShouldBe(log.Count - gone.Count);

            // Looked for without what the store thinks of it. Texts are random, so none of them is said twice.
            var bytes = RawBytes.Of((await store.DescribeAsync()).Location);
            foreach (var text in gone.Select(static row => row.Stored.Interaction.Text).Concat(items.Select(static item => item.Item.Text)))
            {
                bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text.Length > 40 ? text[^40..] : text)).ShouldBe(-1);
            }
        }

        private static async Task<string> ReadAsync(SqliteMemoryStore store, IReadOnlyList<MemoryScope> scopes)
        {
            var all = new List<object>();
            foreach (var scope in scopes)
            {
                all.Add(await store.ReadLogAsync(scope, 0).ToListAsync());
                all.Add(await store.ReadDerivedAsync(scope));
                all.Add(await store.ReadLedgerAsync(scope, new HistoryQuery()).ToListAsync());
                all.Add(await store.ReadWaitingAsync(scope));
                all.Add(await store.GetHeadAsync(scope));
            }

            return JsonSerializer.Serialize(all);
        }

        private static AppendRow Row(string id, Random random)
        {
            var vector = new byte[392];
            random.NextBytes(vector);
            var interaction = new Interaction { Id = id, Speaker = "Alice", Text = Words(random, 3 + (random.Next(20) == 0 ? 1500 : random.Next(40))), OccurredAt = StoreRows.Noon, Session = "evening" };
            return new AppendRow(interaction, vector.AsMemory(0, 32), StoreRows.Noon, new IndexData(vector.AsMemory(0, 100), vector, "some-model@int8", 392));
        }

        private static DerivedCommit Derived(ScopeHead head, int step, int size, Random random)
        {
            var items = Enumerable.Range(0, size).Select(i => new StoredItem(
                new PersonaItem
                {
                    Id = $"i{step}-{i}", Kind = PersonaItemKind.Attribute, Subject = "Alice", Value = Words(random, 3), Text = Words(random, 12), RecordedAt = StoreRows.Noon, Reader = "test@1",
                    Evidence = [new Evidence(1, "m" + i.ToString(CultureInfo.InvariantCulture), 0, 1)],
                },
                StoreRows.NoIndex)).ToList();
            return new DerivedCommit
            {
                ExpectedVersion = head.DerivedVersion,
                Items = items,
                Topics = [new StoredTopic(new Topic { Id = $"t{step}", Label = Words(random, 3), Interactions = [1, 2], FirstAt = StoreRows.Noon, LastAt = StoreRows.Noon }, StoreRows.NoIndex)],
                Ledger = [.. items.Select(item => Entry(item.Item.Id, Words(random, 4)))],
            };
        }

        private static LedgerEntry Entry(string id, string reason) =>
            new() { RecordedAt = StoreRows.Noon, Actor = "test@1", Operation = LedgerOperation.Add, ItemId = id, ItemKind = "attribute", Reason = reason };

        private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => random.Next(100_000, int.MaxValue).ToString("x", CultureInfo.InvariantCulture)));
    }
}
