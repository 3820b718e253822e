using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace OMem.Sqlite.Stress;

/// <summary>An engine over the file, and where its memory stands.</summary>
internal sealed class RulingPlace : IAsyncDisposable
{
    private readonly MemoryEngine _engine;

    public RulingPlace(string file)
    {
        Store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = file });
        _engine = new MemoryEngine(Store, options: new OMemOptions { BackgroundUnderstanding = false });
    }

    public SqliteMemoryStore Store { get; }

    public IMemory Memory => _engine.ForScope(new MemoryScope("storm", "alice"));

    public async Task<Standing> StandingAsync()
    {
        var card = await Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true });
        var hidden = (await Store.ReadDerivedAsync(Memory.Scope)).Hidden;
        return new Standing(await Memory.GetHistoryAsync().CountAsync(), Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes((object[])[card, hidden]))));
    }

    /// <summary>What is left of a message whose erase was begun and that is not in the log any more, if anything.</summary>
    public async Task<IReadOnlyList<string>> LeftOfAsync(string message)
    {
        var card = await Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true });
        return
        [
            .. card.Attributes.Concat(card.Facts).Where(item => item.Evidence.Any(evidence => evidence.InteractionId == message)).Select(item => $"{item.Id} rests on the erased {message}"),
            .. await Memory.GetHistoryAsync().Where(entry => entry.Evidence.Any(evidence => evidence.InteractionId == message) || entry.Revert?.Contains($"\"{message}\"", StringComparison.Ordinal) is true)
                .Select(entry => $"ledger entry {entry.Sequence} tells of the erased {message}").ToListAsync(),
            .. (await Store.DescribeAsync()).IsUnclean ? ["the erase was not finished by opening the store"] : Array.Empty<string>(),
        ];
    }

    /// <summary>Whether a message is in the log, seen or forgotten.</summary>
    public Task<bool> HasAsync(string message) => Store.ReadLogAsync(Memory.Scope, 0).AnyAsync(row => row.Stored.Interaction.Id == message).AsTask();

    /// <summary>What is wrong with the picture of the person, if anything.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var card = await Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true });
        var items = card.Attributes.Concat(card.Facts).ToDictionary(static item => item.Id, StringComparer.Ordinal);
        return
        [
            .. await Store.CheckIntegrityAsync(),
            .. items.Values.Where(item => item.SupersededBy is not null && !items.ContainsKey(item.SupersededBy)).Select(static item => $"{item.Id} was superseded by nothing"),
            .. items.Values.Where(static item => item.Evidence.Count == 0).Select(static item => $"{item.Id} has no evidence"),
            .. items.Values.Where(static item => item.SupersededAt is not null && item.ClusterId is not null).Select(static item => $"{item.Id} is past and in a group"),
            .. card.Clusters.SelectMany(static cluster => cluster.Members).Where(id => !items.TryGetValue(id, out var item) || item.SupersededAt is not null).Select(static id => $"a group names {id}"),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await Store.DisposeAsync();
    }
}

/// <summary>Where a memory stands.</summary>
/// <param name="Entries">Ledger entries.</param>
/// <param name="Digest">Hash of the whole picture of the person, and of what is forgotten.</param>
internal readonly record struct Standing(long Entries, string Digest)
{
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Entries} {Digest}");

    public static Standing Parse(string line)
    {
        var parts = line.Split(' ');
        return new Standing(long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }
}
