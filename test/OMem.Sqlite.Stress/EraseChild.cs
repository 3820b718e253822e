using System.Globalization;
using Microsoft.Data.Sqlite;
using OMem.Storage;

namespace OMem.Sqlite.Stress;

/// <summary>The child that appends, understands, corrects, takes back, rebuilds and erases whatever chance has it. It announces each operation, and tells after it where the store stands.</summary>
internal sealed class EraseChild(string file, ErasePlace place, int seed)
{
    /// <summary>What it says before it opens the file.</summary>
    public const string Opening = "opening;";

    private const int MostRows = 20;
    private const int Planted = 400;

    private readonly Random _random = new(seed);
    private int _number;

    public static async Task<int> RunAsync(string file, int seed)
    {
        Console.WriteLine(Opening);
        await using var place = await ErasePlace.OpenAsync(file);
        var child = new EraseChild(file, place, seed);
        while (true)
        {
            Console.WriteLine("at " + string.Join(' ', await place.StandingAsync()) + ";");
            await child.StepAsync();
        }
    }

    /// <summary>Opens the file, which finishes what an erase has left, and waits to be killed.</summary>
    public static async Task<int> OpenAsync(string file)
    {
        Console.WriteLine(Opening);
        await using var place = await ErasePlace.OpenAsync(file);
        await Console.In.ReadLineAsync();
        return 0;
    }

    private async Task StepAsync()
    {
        var number = _random.Next(ErasePlace.Scopes.Length);
        var scope = ErasePlace.Scopes[number];
        var head = await place.Store.GetHeadAsync(scope);
        var derived = await place.Store.ReadDerivedAsync(scope);
        switch (_random.Next(12))
        {
            case 0 or 1 or 2:
                var rows = Enumerable.Range(0, _random.Next(1, MostRows)).Select(_ => Messages.Row(NewId())).ToArray();
                Announce("append", "");
                await place.Store.AppendAsync(scope, rows);
                break;
            case 3 or 4:
                await CommitAsync("understand", scope, Understanding(head, await place.Store.ReadWaitingAsync(scope)));
                break;
            case 5 when derived.Items.Count > 0:
                await CommitAsync("correct", scope, Correction(head, derived.Items[_random.Next(derived.Items.Count)]));
                break;
            case 6 when derived.Items.Count > 0:
                var taken = derived.Items[_random.Next(derived.Items.Count)].Item;
                await CommitAsync("undo", scope, new DerivedCommit { ExpectedVersion = head.DerivedVersion, RemovedItems = [taken.Id], Ledger = [Entry(taken.Id, taken.Text, LedgerOperation.Undo)] });
                break;
            case 7 when _random.Next(4) == 0:
                Announce("rebuild", "");
                await place.Store.ResetDerivedAsync(scope, Entry("scope", "", LedgerOperation.Rebuild));
                break;
            default:
                await EraseAsync(number, scope, derived);
                break;
        }
    }

    private async Task CommitAsync(string kind, MemoryScope scope, DerivedCommit commit)
    {
        Announce(kind, "");
        await place.Store.CommitAsync(scope, commit);
    }

    private async Task EraseAsync(int number, MemoryScope scope, DerivedMemory derived)
    {
        var log = await place.Store.ReadLogAsync(scope, 0).Select(static row => row.Stored).ToListAsync();
        var isWhole = _random.Next(6) == 0;
        var gone = log.Where(_ => isWhole || _random.Next(3) == 0).ToDictionary(static row => row.Sequence, static row => row.Interaction.Id);
        var sequences = gone.Keys.ToHashSet();
        var erase = isWhole ? new ScopeErase() : new ScopeErase { Sequences = [.. sequences], Commit = Forgetting(derived, sequences), Ledger = await RewrittenAsync(scope, derived, sequences) };
        var isPlanted = gone.Count > 0 && _random.Next(3) == 0;
        if (isPlanted)
        {
            Plant(Messages.Text(gone.Values.First()));
        }

        var announced = new AnnouncedErase(number, isWhole, await place.LogWithoutAsync(scope, sequences), gone);
        Announce(isPlanted ? "erase-and-write-anew" : "erase", announced.Line);
        var erased = await place.Store.EraseAsync(scope, erase);
        if (!erased.IsClean)
        {
            throw new InvalidOperationException(erased.NotClean);
        }
    }

    private DerivedCommit Understanding(ScopeHead head, IReadOnlyList<long> waiting)
    {
        long[] sequences = [.. waiting.Take(MostRows)];
        var items = sequences.Select(sequence => Item(NewId(), sequence)).ToArray();
        return new DerivedCommit
        {
            ExpectedVersion = head.DerivedVersion,
            Items = items,
            Topics = sequences.Length == 0 ? [] : [new StoredTopic(new Topic { Id = NewId(), Label = "a topic", Interactions = sequences, FirstAt = Messages.Start, LastAt = Messages.Start }, Messages.Row("t").Index)],
            Ledger = [.. items.Select(static item => Entry(item.Item.Id, item.Item.Text, LedgerOperation.Add))],
            Understood = sequences,
        };
    }

    private DerivedCommit Correction(ScopeHead head, StoredItem old)
    {
        var item = Item(NewId(), old.Item.Evidence[0].Sequence);
        return new DerivedCommit
        {
            ExpectedVersion = head.DerivedVersion,
            Items = [old with { Item = old.Item with { SupersededAt = Messages.Start, SupersededBy = item.Item.Id } }, item],
            Ledger = [Entry(item.Item.Id, item.Item.Text, LedgerOperation.Correct) with { SupersededId = old.Item.Id, Before = old.Item.Text }],
        };
    }

    private static DerivedCommit Forgetting(DerivedMemory derived, HashSet<long> sequences) => new()
    {
        ExpectedVersion = derived.Version,
        RemovedItems = [.. Touched(derived, sequences)],
        RemovedTopics = [.. derived.Topics.Where(topic => topic.Topic.Interactions.Any(sequences.Contains)).Select(static topic => topic.Topic.Id)],
    };

    private static HashSet<string> Touched(DerivedMemory derived, HashSet<long> sequences) =>
        derived.Items.Where(item => item.Item.Evidence.Any(evidence => sequences.Contains(evidence.Sequence))).Select(static item => item.Item.Id).ToHashSet(StringComparer.Ordinal);

    private async Task<IReadOnlyList<LedgerEntry>> RewrittenAsync(MemoryScope scope, DerivedMemory derived, HashSet<long> sequences)
    {
        var touched = Touched(derived, sequences);
        return await place.Store.ReadLedgerAsync(scope, new HistoryQuery())
            .Where(entry => touched.Contains(entry.ItemId) || (entry.SupersededId is { } old && touched.Contains(old)))
            .Select(static entry => Entry("erased", "", entry.Operation) with { Sequence = entry.Sequence, Reason = "erased" }).ToListAsync();
    }

    private static StoredItem Item(string id, long sequence) => new(
        new PersonaItem
        {
            Id = id, Kind = PersonaItemKind.Attribute, Subject = "Alice", Value = id, Text = Messages.Text(id), RecordedAt = Messages.Start, Reader = "stress@1",
            Evidence = [new Evidence(sequence, "m", 0, 1)],
        },
        Messages.Row(id).Index);

    private static LedgerEntry Entry(string id, string text, LedgerOperation operation) =>
        new() { RecordedAt = Messages.Start, Actor = "stress@1", Operation = operation, ItemId = id, ItemKind = "attribute", After = text, Reason = "chance has it" };

    /// <summary>Leaves a copy in free pages, as a program does that does not care, so that the erase has to write the file anew.</summary>
    private void Plant(string text)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA secure_delete = OFF; CREATE TABLE planted AS WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < $count) SELECT $text || i FROM n; DROP TABLE planted";
        command.Parameters.AddWithValue("$count", Planted);
        command.Parameters.AddWithValue("$text", text);
        command.ExecuteNonQuery();
    }

    private static void Announce(string kind, string details) => Console.WriteLine($"begin {kind} {details};");

    private string NewId() => string.Create(CultureInfo.InvariantCulture, $"e{seed}n{++_number}x");
}
