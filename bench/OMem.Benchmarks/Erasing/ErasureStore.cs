using System.Security.Cryptography;
using System.Text;
using OMem.Sqlite;
using OMem.Storage;

namespace OMem.Benchmarks.Erasing;

/// <summary>A store of many scopes that grew side by side, as those of a service do. The same seed gives the same store.</summary>
internal sealed class ErasureStore(int scopes, int largest, int seed)
{
    private const int Smallest = 10;
    private const int MostOfMany = 2_000;
    private const int Batch = 50;
    private const int MessagesForAnItem = 10;
    private const int VectorBytes = 392;
    private const int TermBytes = 250;

    private static readonly DateTimeOffset Start = new(2024, 1, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly Random _random = new(seed);

    /// <summary>Scopes and their messages, by size.</summary>
    public IReadOnlyList<(MemoryScope Scope, int Messages)> Scopes { get; private set; } = [];

    public async Task FillAsync(SqliteMemoryStore store)
    {
        var sizes = Enumerable.Range(0, scopes).Select(_ => (int)(Smallest * Math.Pow(MostOfMany / (double)Smallest, _random.NextDouble()))).Append(largest).ToArray();
        Scopes = [.. sizes.Select((size, i) => (Scope(i), size)).OrderBy(static pair => pair.size)];
        var waiting = sizes.SelectMany((size, scope) => Enumerable.Range(0, (size + Batch - 1) / Batch).Select(batch => (scope, batch))).ToArray();
        _random.Shuffle(waiting);
        var written = new int[sizes.Length];
        foreach (var (scope, _) in waiting)
        {
            var count = Math.Min(Batch, sizes[scope] - written[scope]);
            var rows = Enumerable.Range(written[scope] + 1, count).Select(message => Row($"s{scope}-m{message}")).ToArray();
            await store.AppendAsync(Scope(scope), rows);
            await store.CommitAsync(Scope(scope), Commit(scope, written[scope], rows, written[scope] / Batch));
            written[scope] += count;
        }
    }

    private static MemoryScope Scope(int number) => new("bench", $"user-{number}");

    private DerivedCommit Commit(int scope, int before, AppendRow[] rows, long version)
    {
        var items = new List<StoredItem>();
        for (var i = 0; i < rows.Length; i += MessagesForAnItem)
        {
            var id = $"s{scope}-i{before + i}";
            var evidence = new Evidence(before + i + 1, rows[i].Interaction.Id, 0, 10);
            items.Add(new StoredItem(
                new PersonaItem
                {
                    Id = id, Kind = PersonaItemKind.Attribute, Subject = "Alice", Aspect = "preference", Value = Words(4), Text = Words(9),
                    RecordedAt = Start, Reader = "bench@1", Evidence = [evidence],
                },
                Index()));
        }

        long[] sequences = [.. Enumerable.Range(before + 1, rows.Length).Select(static i => (long)i)];
        return new DerivedCommit
        {
            ExpectedVersion = version,
            Items = items,
            Topics = [new StoredTopic(new Topic { Id = $"s{scope}-t{before}", Label = Words(3), Interactions = sequences, FirstAt = Start, LastAt = Start }, Index())],
            Ledger =
            [
                .. items.Select(item => new LedgerEntry
                {
                    RecordedAt = Start, Actor = "bench@1", Operation = LedgerOperation.Add, ItemId = item.Item.Id, ItemKind = "attribute",
                    After = item.Item.Text, Reason = "said so", Evidence = item.Item.Evidence,
                }),
            ],
            Understood = sequences,
        };
    }

    private AppendRow Row(string id)
    {
        var interaction = new Interaction { Id = id, Speaker = "Alice", Text = Words(_random.Next(5, 30)), OccurredAt = Start, Session = id[..id.IndexOf('-', StringComparison.Ordinal)] + "-session" };
        return new AppendRow(interaction, SHA256.HashData(Encoding.UTF8.GetBytes(id)), Start, Index());
    }

    private IndexData Index()
    {
        var (terms, vector) = (new byte[TermBytes], new byte[VectorBytes]);
        _random.NextBytes(terms);
        _random.NextBytes(vector);
        return new IndexData(terms, vector, "bench-model@int8", VectorBytes);
    }

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(_random.Next(5_000))));

    private static string Word(int number) => string.Concat("bdfgklmnprst"[number % 12], "aeiou"[number / 12 % 5], "bdfgklmnprst"[number / 60 % 12], "aeiou"[number / 720 % 5]) + "n";
}
