using System.Security.Cryptography;
using System.Text.Json;
using OMem.Storage;

namespace OMem.Sqlite.Stress;

/// <summary>A store of a few scopes, and what can be read of each.</summary>
internal sealed class ErasePlace : IAsyncDisposable
{
    public static readonly MemoryScope[] Scopes = [new("erase", "a"), new("erase", "b"), new("erase", "c")];

    private ErasePlace(SqliteMemoryStore store) => Store = store;

    public SqliteMemoryStore Store { get; }

    public static async Task<ErasePlace> OpenAsync(string file)
    {
        var store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = file });
        await store.OpenAsync();
        return new ErasePlace(store);
    }

    /// <summary>A hash of all that can be read, for each scope.</summary>
    public async Task<string[]> StandingAsync()
    {
        var standing = new string[Scopes.Length];
        for (var i = 0; i < Scopes.Length; i++)
        {
            standing[i] = Hash(new
            {
                Head = await Store.GetHeadAsync(Scopes[i]) with { Epoch = 0 },
                Log = await Store.ReadLogAsync(Scopes[i], 0).ToListAsync(),
                Derived = await Store.ReadDerivedAsync(Scopes[i]),
                Ledger = await Store.ReadLedgerAsync(Scopes[i], new HistoryQuery()).ToListAsync(),
                Waiting = await Store.ReadWaitingAsync(Scopes[i]),
            });
        }

        return standing;
    }

    /// <summary>A hash of the log without some positions.</summary>
    public async Task<string> LogWithoutAsync(MemoryScope scope, IReadOnlySet<long> without) =>
        Hash(await Store.ReadLogAsync(scope, 0).Where(row => !without.Contains(row.Stored.Sequence)).ToListAsync());

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private static string Hash(object read) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(read)))[..16];
}

/// <summary>An erase that a child has announced.</summary>
/// <param name="Scope">Place of the scope in <see cref="ErasePlace.Scopes"/>.</param>
/// <param name="IsWhole">Whether the whole scope goes.</param>
/// <param name="Left">A hash of the log that will be left.</param>
/// <param name="Gone">The messages that go, by position.</param>
internal sealed record AnnouncedErase(int Scope, bool IsWhole, string Left, IReadOnlyDictionary<long, string> Gone)
{
    public string Line => FormattableString.Invariant($"{Scope} {(IsWhole ? "whole" : "some")} {Left} {string.Join(',', Gone.Select(static pair => FormattableString.Invariant($"{pair.Key}:{pair.Value}")))}");

    public static AnnouncedErase Parse(string line)
    {
        var parts = line.Split(' ');
        return new AnnouncedErase(
            int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), parts[1] is "whole", parts[2],
            parts[3].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair.Split(':'))
                .ToDictionary(static pair => long.Parse(pair[0], System.Globalization.CultureInfo.InvariantCulture), static pair => pair[1]));
    }
}
