using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace OMem.Sqlite.Stress;

/// <summary>
/// A process that writes and erases is killed inside its operations. After each kill the file opens, its invariants hold, other scopes are as they were,
/// and an erase under way is wholly done, with nothing of it in any byte of the files, or not begun.
/// </summary>
internal sealed partial class EraseStorm(string file, int kills, int seed)
{
    private const int MostSteps = 12;
    private const int ErasesAmongKills = 3;
    private const double Early = 3;

    /// <summary>The kind of an erase that has to write the file anew.</summary>
    private const string WriteAnew = "erase-and-write-anew";

    private static readonly string[] Ends = ["", "-wal", "-shm"];

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _erased = new(StringComparer.Ordinal);
    private readonly EraseReport _report = new();

    public static async Task<int> RunAsync(int kills, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("omem-erase-");
        try
        {
            var start = Stopwatch.GetTimestamp();
            var report = await new EraseStorm(Path.Combine(folder.FullName, "storm.omem"), kills, seed).RunAsync();
            Console.WriteLine(FormattableString.Invariant($"seed {seed}: {report}, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
            report.Faults.ForEach(Console.WriteLine);
            return report.Faults.Count == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public async Task<EraseReport> RunAsync()
    {
        var aim = new Aim(_random);
        while (_report.Kills < kills)
        {
            var (told, begun) = await LetRunAsync(aim);
            _report.Kills++;
            await KillWhileFinishingAsync(aim);
            await VerifyAsync(told, begun);
        }

        _report.Times = aim.ToString();
        return _report;
    }

    /// <summary>Lets a child do a few operations and kills it inside the next, mostly an erase.</summary>
    private async Task<(string[] Told, string[] Begun)> LetRunAsync(Aim aim)
    {
        using var child = ChildProcess.Start("erase-child", file, _random.Next().ToString(CultureInfo.InvariantCulture));
        var (told, begun) = (Array.Empty<string>(), Array.Empty<string>());
        var wantsErase = _random.Next(ErasesAmongKills) > 0;
        for (var steps = _random.Next(1, MostSteps); await child.ReadLineAsync() is [.. var line, ';']; steps--)
        {
            Hear(line);
            if (steps <= 0 && begun is [var kind, ..] && (!wantsErase || IsErase(kind)))
            {
                aim.Wait(IsErase(kind) ? Early : 1);
                break;
            }
        }

        if (!child.Kill())
        {
            throw new InvalidOperationException("The child ended by itself.");
        }

        foreach (var line in await child.ReadRestAsync())
        {
            Hear(line.TrimEnd(';'));
        }

        return (told, begun);

        void Hear(string line)
        {
            if (line.Length == 0 || EraseChild.Opening.StartsWith(line, StringComparison.Ordinal))
            {
                return;
            }

            if (line.Split(' ', 3) is ["begin", var kind, var details])
            {
                begun = [kind, details];
                aim.Begin(kind);
                return;
            }

            if (begun is [var done, var what] && IsErase(done))
            {
                _erased.UnionWith(AnnouncedErase.Parse(what).Gone.Values);
            }

            (told, begun) = (line.Split(' ')[1..], []);
            aim.End();
        }
    }

    /// <summary>What the kill has left to do is done by who opens the file next: who now and then is killed in it too.</summary>
    private async Task KillWhileFinishingAsync(Aim aim)
    {
        if (!IsUnclean())
        {
            return;
        }

        for (_report.Unclean++; _report.Kills < kills && _random.Next(2) == 0 && IsUnclean(); _report.Kills++, _report.WhileFinishing++)
        {
            using var child = ChildProcess.Start("open", file);
            if (await child.ReadLineAsync() is EraseChild.Opening)
            {
                aim.Begin(WriteAnew);
                aim.Wait();
            }

            child.Kill();
            await child.ReadRestAsync();
        }
    }

    private static bool IsErase(string kind) => kind.StartsWith("erase", StringComparison.Ordinal);

    private async Task VerifyAsync(string[] told, string[] begun)
    {
        DropPlanted();
        var erase = begun is [var kind, var details] && IsErase(kind) ? AnnouncedErase.Parse(details) : null;
        var live = new HashSet<string>(StringComparer.Ordinal);
        await using (var place = await ErasePlace.OpenAsync(file))
        {
            _report.Faults.AddRange(await place.Store.CheckIntegrityAsync());
            var found = await place.StandingAsync();
            var changed = Enumerable.Range(0, told.Length).Where(i => !string.Equals(found[i], told[i], StringComparison.Ordinal)).ToList();
            Expect(changed.Count <= 1, "more than one scope changed");
            if (erase is not null && told.Length > 0)
            {
                await VerifyEraseAsync(place, erase, changed);
            }

            Expect(!(await place.Store.DescribeAsync()).IsUnclean, "an erase was not finished when the store was opened");
            var search = await place.Store.SearchFilesAsync(_erased.Select(Messages.Text));
            Expect(search.Found == 0, $"{search.Found} pieces of erased messages are in the files");
            foreach (var scope in ErasePlace.Scopes)
            {
                live.UnionWith((await place.Store.ReadLogAsync(scope, 0).ToListAsync()).Select(static row => row.Stored.Interaction.Id));
                live.UnionWith((await place.Store.ReadDerivedAsync(scope)).Items.Select(static item => item.Item.Id));
                live.UnionWith((await place.Store.ReadLedgerAsync(scope, new HistoryQuery()).ToListAsync()).SelectMany(static entry => new[] { entry.Before, entry.After }).OfType<string>().SelectMany(Ids));
            }
        }

        // Without the store's own eyes: no message is in the bytes that cannot be read.
        var bytes = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
        Expect(!Ids(bytes).Where(id => _erased.Contains(id)).Except(live, StringComparer.Ordinal).Any(), "an erased message is in the bytes of the file");
    }

    private async Task VerifyEraseAsync(ErasePlace place, AnnouncedErase erase, List<int> changed)
    {
        Expect(changed.TrueForAll(i => i == erase.Scope), "an erase changed another scope");
        if (changed.Count == 0 && erase.Gone.Count > 0)
        {
            _report.NotBegun++;
            return;
        }

        _report.Done++;
        _erased.UnionWith(erase.Gone.Values);
        var scope = ErasePlace.Scopes[erase.Scope];
        var derived = await place.Store.ReadDerivedAsync(scope);
        Expect(string.Equals(await place.LogWithoutAsync(scope, erase.Gone.Keys.ToHashSet()), erase.Left, StringComparison.Ordinal), "the log that is left is not as it was");
        Expect((await place.Store.GetInteractionsAsync(scope, [.. erase.Gone.Keys])).Count == 0, "an erased message can be read");
        Expect(!(await place.Store.ReadWaitingAsync(scope)).Any(erase.Gone.ContainsKey), "an erased message waits");
        Expect(!derived.Items.Any(item => item.Item.Evidence.Any(evidence => erase.Gone.ContainsKey(evidence.Sequence))), "an item rests on an erased message");
        Expect(!derived.Topics.Any(topic => topic.Topic.Interactions.Any(erase.Gone.ContainsKey)), "a topic names an erased message");
    }

    /// <summary>A kill between the two steps of planting leaves a table that no store has.</summary>
    private void DropPlanted()
    {
        if (Ask("SELECT count(*) FROM sqlite_schema WHERE name = 'planted'") is 1L)
        {
            using var connection = Connect(file);
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA secure_delete = OFF; DROP TABLE planted";
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Whether the kill came after the rows were gone and before the files were clean.</summary>
    private bool IsUnclean() => Ask("SELECT count(*) FROM sqlite_schema WHERE name = 'erasure'") is 1L && Ask("SELECT unclean FROM erasure") is 1L;

    /// <summary>Asks a copy, so that the file stays as the kill left it.</summary>
    private object? Ask(string question)
    {
        var copy = file + ".copy";
        foreach (var end in Ends.Where(end => File.Exists(file + end) && end is not "-shm"))
        {
            File.Copy(file + end, copy + end, overwrite: true);
        }

        try
        {
            using var connection = Connect(copy);
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of this class.
            command.CommandText = question;
#pragma warning restore CA2100
            return command.ExecuteScalar();
        }
        finally
        {
            Array.ForEach(Ends, end => File.Delete(copy + end));
        }
    }

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private void Expect(bool holds, string fault)
    {
        if (!holds)
        {
            _report.Faults.Add(FormattableString.Invariant($"kill {_report.Kills}: {fault}"));
        }
    }

    private static IEnumerable<string> Ids(string text) => Said().Matches(text).Select(static match => match.Groups["id"].Value);

    [GeneratedRegex("This is what (?<id>e[0-9]+n[0-9]+x) said", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Said();
}

/// <summary>What came of it.</summary>
internal sealed record EraseReport
{
    public int Kills { get; set; }

    /// <summary>Kills in an erase of which nothing was done.</summary>
    public int NotBegun { get; set; }

    /// <summary>Kills in an erase that was done all the same.</summary>
    public int Done { get; set; }

    /// <summary>Kills after the rows were gone and before the files were clean: the next opening finished it.</summary>
    public int Unclean { get; set; }

    /// <summary>Kills of who was about to finish it.</summary>
    public int WhileFinishing { get; set; }

    /// <summary>How long operations took.</summary>
    public string Times { get; set; } = "";

    public List<string> Faults { get; } = [];

    public override string ToString() =>
        $"{Kills} kills, {NotBegun + Done} in an erase ({NotBegun} not begun, {Done} done, {Unclean} of them left to the next opening, which was killed {WhileFinishing} times too), {Faults.Count} faults; {Times}";
}
