using System.Diagnostics;
using System.Globalization;
using OMem.Encryption;
using OMem.Sqlite.Keys;

namespace OMem.Sqlite.Stress;

/// <summary>
/// A process that rotates the master key, writes and erases is killed at random moments. After each kill the store opens with both keys; the ring is
/// under one key as a whole, the old or the new, but for keys made since; every acknowledged message opens; a scope whose erase had begun is whole
/// or gone, and gone when its end was told; and to rotate again finishes.
/// </summary>
internal sealed class RotateStorm(string file, int kills, int seed)
{
    private const int MostLines = 24;
    private const int LongestSpin = 2_000_000;

    private readonly Random _random = new(seed);
    private readonly string _first = MasterKeys.NewKey();
    private readonly string _second = MasterKeys.NewKey();
    private readonly Dictionary<string, long> _written = new(StringComparer.Ordinal);

    public async Task<RotateReport> RunAsync(Action<string>? progress = null)
    {
        var report = new RotateReport();
        while (report.Kills < kills)
        {
            var erasing = await LetRunAsync(report);
            report.Kills++;
            await VerifyAsync(erasing, report);
            progress?.Invoke($"kill {report.Kills} of {kills}: {report}");
        }

        return report;
    }

    public static async Task<int> RunAsync(int kills, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("omem-rotate-");
        try
        {
            var start = Stopwatch.GetTimestamp();
            var report = await new RotateStorm(Path.Combine(folder.FullName, "storm.omem"), kills, seed).RunAsync();
            Console.WriteLine($"seed {seed}: {report}, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s");
            report.Faults.ForEach(Console.WriteLine);
            return report.Faults.Count == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Lets a child work for a while and kills it in the middle of something, more often than not of a rotation.</summary>
    /// <returns>The scope whose erase had begun and not ended.</returns>
    private async Task<string?> LetRunAsync(RotateReport report)
    {
        using var child = ChildProcess.Start("rotating", file, _first, _second, _random.Next().ToString(CultureInfo.InvariantCulture));
        string? erasing = null;
        var last = "";
        for (var lines = _random.Next(1, MostLines); (lines > 0 || (last is not "rotating" && _random.Next(3) > 0)) && await child.ReadLineAsync() is { } line; lines--)
        {
            Note(last = line, ref erasing);
        }

        Thread.SpinWait(_random.Next(LongestSpin));
        if (!child.Kill())
        {
            throw new InvalidOperationException("The child ended by itself.");
        }

        foreach (var line in await child.ReadRestAsync())
        {
            Note(last = line, ref erasing);
        }

        report.WhileRotating += last is "rotating" ? 1 : 0;
        report.WhileErasing += erasing is null ? 0 : 1;
        return erasing;
    }

    private void Note(string line, ref string? erasing)
    {
        switch (line.Split(' '))
        {
            case ["wrote", var user, var count]:
                _written[user] = long.Parse(count, CultureInfo.InvariantCulture);
                break;
            case ["erasing", var user]:
                erasing = user;
                break;
            case ["erased", var user]:
                _written.Remove(user);
                erasing = null;
                break;
            default:
                break;
        }
    }

    private async Task VerifyAsync(string? erasing, RotateReport report)
    {
        var ringPath = file + SqliteDataKeyRing.FileSuffix;
        await using (var ring = new SqliteDataKeyRing(ringPath))
        {
            // A child makes at most one key between two rotations, so at most one is under another key than the rest.
            var uses = (await ring.ListAsync()).Where(static entry => !entry.IsDestroyed).CountBy(static entry => entry.Key!.MasterKeyId, StringComparer.Ordinal).ToList();
            Expect(report, uses.Count <= 1 || uses.Min(static use => use.Value) == 1, $"the ring is half rotated: {string.Join(", ", uses)}");
        }

        using var masters = MasterKeys.Parse(_random.Next(2) == 0 ? [_first, _second] : [_second, _first], "the storm");
        await using (var store = RotatePlace.Store(file, masters))
        {
            await store.OpenAsync();
            var held = await RotatePlace.ReadAsync(store, report.Faults);
            foreach (var (user, count) in _written.ToList())
            {
                var found = held.GetValueOrDefault(user);
                Expect(report, found >= count || (found == 0 && user == erasing), $"{user} holds {found} of {count} messages");
            }

            _written.Clear();
            foreach (var (user, count) in held)
            {
                _written[user] = count;
            }
        }

        await using var again = new SqliteDataKeyRing(ringPath);
        await DataKeyRotation.RotateAsync(again, masters);
        var entries = await again.ListAsync();
        Expect(report, entries.All(entry => entry.Key?.MasterKeyId == masters.KeyIds[0]), "to rotate again does not finish");
    }

    private static void Expect(RotateReport report, bool holds, string fault)
    {
        if (!holds)
        {
            report.Faults.Add($"kill {report.Kills}: {fault}");
        }
    }
}

/// <summary>What came of it.</summary>
internal sealed record RotateReport
{
    public int Kills { get; set; }

    /// <summary>So many kills fell into a rotation.</summary>
    public int WhileRotating { get; set; }

    /// <summary>So many fell into an erase.</summary>
    public int WhileErasing { get; set; }

    public List<string> Faults { get; } = [];

    public override string ToString() => $"{Kills} kills, {WhileRotating} while rotating, {WhileErasing} while erasing, {Faults.Count} faults";
}
