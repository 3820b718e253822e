using System.Diagnostics;

namespace OMem.Sqlite.Stress;

/// <summary>
/// A process that corrects, retracts, forgets, erases and undoes is killed at random moments. After each kill the file opens, its invariants hold, and
/// the decision under way is there as a whole or not at all: to undo whatever was not told of gives the very bytes of what was told last, and of a
/// message whose erase had begun everything is there or nothing.
/// </summary>
internal sealed class RulingStorm(string file, int kills, int seed)
{
    private const int MostSteps = 8;

    private static readonly CorrectionNote Note = new("storm", "looking for what was left half done");

    private readonly Random _random = new(seed);
    private readonly Aim _aim = new(new Random(seed));

    public async Task<RulingReport> RunAsync(Action<string>? progress = null)
    {
        var report = new RulingReport();
        while (report.Kills < kills)
        {
            var (told, erasing) = await LetRunAsync();
            report.Kills++;
            await VerifyAsync(told, erasing, report);
            progress?.Invoke($"kill {report.Kills} of {kills}: {report}");
        }

        return report;
    }

    public static async Task<int> RunAsync(int kills, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("omem-rulings-");
        try
        {
            var start = Stopwatch.GetTimestamp();
            var report = await new RulingStorm(Path.Combine(folder.FullName, "storm.omem"), kills, seed).RunAsync();
            Console.WriteLine($"seed {seed}: {report}, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s");
            report.Faults.ForEach(Console.WriteLine);
            return report.Faults.Count == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Lets a child decide a few times and kills it in the middle of the next.</summary>
    /// <returns>What it told last, and the message that it had begun to erase since.</returns>
    private async Task<(Standing? Told, string? Erasing)> LetRunAsync()
    {
        using var child = ChildProcess.Start("rule", file, _random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture));
        Standing? told = null;
        string? erasing = null;
        for (var steps = _random.Next(1, MostSteps); await child.ReadLineAsync() is [.. var line, ';'];)
        {
            var isBegun = Hear(line);
            if (isBegun && steps-- == 0)
            {
                _aim.Wait();
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

        return (told, erasing);

        bool Hear(string line)
        {
            if (line.Split(' ') is ["begin", var kind, .. var message])
            {
                erasing = message.FirstOrDefault();
                _aim.Begin(kind);
                return true;
            }

            _aim.End();
            erasing = null;
            told = Standing.Parse(line);
            return false;
        }
    }

    private async Task VerifyAsync(Standing? told, string? erasing, RulingReport report)
    {
        await using var place = new RulingPlace(file);
        await place.Store.OpenAsync();
        report.Faults.AddRange(await place.FaultsAsync());
        var found = await place.StandingAsync();
        if (told is not { } last || found == last)
        {
            report.NotDone++;
            return;
        }

        report.Done++;
        if (erasing is not null)
        {
            Expect(report, !await place.HasAsync(erasing), "something changed, but the message to erase is there");
            report.Erased++;
            report.Faults.AddRange(await place.LeftOfAsync(erasing));
            return;
        }

        var done = await place.Memory.GetHistoryAsync(new HistoryQuery { After = last.Entries }).Select(static entry => $"{entry.Sequence} {entry.Operation} {entry.ItemKind}").ToListAsync();
        try
        {
            var undo = await place.Memory.UndoAsync(new UndoRequest { After = last.Entries, Note = Note });
            Expect(report, (await place.StandingAsync()).Digest == last.Digest, $"to undo {string.Join(", ", done)} does not give what was told last");
            await place.Memory.RedoAsync(Note, undo.Entry);
            Expect(report, (await place.StandingAsync()).Digest == found.Digest, $"to do {string.Join(", ", done)} again does not give what was found");
        }
        catch (CorrectionException fault) when (fault.Fault is CorrectionFault.NothingToDo)
        {
            // Only topics were noted.
            Expect(report, found.Digest == last.Digest, "the picture changed without a ledger entry");
        }

        report.Faults.AddRange(await place.FaultsAsync());
    }

    private static void Expect(RulingReport report, bool holds, string fault)
    {
        if (!holds)
        {
            report.Faults.Add($"kill {report.Kills}: {fault}");
        }
    }
}

/// <summary>What came of it.</summary>
internal sealed record RulingReport
{
    public int Kills { get; set; }

    /// <summary>After so many kills nothing had changed since the child told last.</summary>
    public int NotDone { get; set; }

    /// <summary>After so many, something was done as a whole that it had not told of.</summary>
    public int Done { get; set; }

    /// <summary>After so many of these, an erase.</summary>
    public int Erased { get; set; }

    public List<string> Faults { get; } = [];

    public override string ToString() => $"{Kills} kills, {NotDone} left nothing behind, {Done} a whole decision ({Erased} of them an erase), {Faults.Count} faults";
}
