namespace OMem.Sqlite.Stress;

/// <summary>
/// Processes that write to one file are killed at random moments of their first writes and of their opening, one or all at once; after each
/// kill the file is opened, checked and compared with what they were told.
/// </summary>
internal sealed class Storm(string file, StormPlan plan)
{
    /// <summary>One kill in so many hits a process that opens the file.</summary>
    private const int OpeningsAmongKills = 5;

    /// <summary>One round in so many kills every process, so that the next to open has to repair the file.</summary>
    private const int RoundsUntilAllAtOnce = 8;

    private readonly Random _random = new(plan.Seed);
    private readonly StormReport _report = new();
    private readonly WriterProcess[] _processes = [.. Enumerable.Range(0, plan.Processes).Select(i => new WriterProcess(file, $"p{i}", plan))];

    public async Task<StormReport> RunAsync(Action<string>? progress = null)
    {
        try
        {
            Array.ForEach(_processes, static process => process.Start());
            while (_report.Kills < plan.Kills)
            {
                await RoundAsync();
                progress?.Invoke($"kill {_report.Kills} of {plan.Kills}: {_report.Acknowledged} acknowledged, {_report.Stored} stored");
            }

            await EndAsync();
            _report.Lost += plan.Total - _report.Acknowledged;

            // Whoever sends everything again is told that it is there.
            Array.ForEach(_processes, static process => process.Start(fromStart: true));
            await EndAsync();
            return _report;
        }
        finally
        {
            Array.ForEach(_processes, static process => process.Dispose());
        }
    }

    /// <summary>All write their next share, and before the victims have written theirs they are killed.</summary>
    private async Task RoundAsync()
    {
        await Task.WhenAll(_processes.Select(static process => process.UntilAsync(static process => process.HasCaughtUp)));
        var share = plan.Messages * (_report.Kills + 3) / (plan.Kills + 3);
        await Task.WhenAll(_processes.Select(process => process.AllowAsync(share)));

        var all = _random.Next(RoundsUntilAllAtOnce) == 0 && plan.Kills - _report.Kills >= plan.Processes;
        var victim = all ? _processes.MinBy(static process => process.Outstanding)! : _processes[_random.Next(plan.Processes)];
        WriterProcess[] victims = all ? _processes : [victim];
        var due = victim.Acknowledged + _random.Next(1, Math.Max(2, victim.Outstanding / 2));
        await Task.WhenAll(victims.Select(static process => process.UntilAsync(static process => process.HasWritten)));
        await victim.UntilAsync(process => process.Acknowledged >= due);
        SpinWait(100_000);
        await KillAsync(victims);

        while (_random.Next(OpeningsAmongKills) == 0 && _report.Kills < plan.Kills)
        {
            await victim.UntilAsync(static process => process.IsOpening);
            SpinWait(5_000_000);
            await KillAsync([victim]);
        }
    }

    /// <summary>Kills, looks, and starts again.</summary>
    private async Task KillAsync(WriterProcess[] victims)
    {
        var wereAlive = await Task.WhenAll(victims.Select(static victim => victim.KillAsync()));
        _report.Faults.AddRange(wereAlive.Where(static alive => !alive).Select(static _ => "A child ended by itself."));
        _report.Kills += victims.Length;
        _report.KillsOfAll += victims.Length == plan.Processes ? 1 : 0;
        _report.KillsWhileOpening += victims.Count(static victim => victim is { IsOpening: true, IsOpen: false });
        _report.KillsInResent += victims.Count(static victim => victim is { IsOpen: true, HasWritten: false });
        _report.KillsInFirstWrites += victims.Count(static victim => victim is { HasWritten: true, Outstanding: > 0 });
        await VerifyAsync();
        Array.ForEach(victims, static victim => victim.Start());
    }

    private async Task EndAsync()
    {
        await Task.WhenAll(_processes.Select(process => process.AllowAsync(plan.Messages)));
        foreach (var code in await Task.WhenAll(_processes.Select(static process => process.EndAsync())))
        {
            if (code != 0)
            {
                _report.Faults.Add($"A child ended with {code}.");
            }
        }

        await VerifyAsync();
    }

    private async Task VerifyAsync()
    {
        // The others go on: what they are told from here on is looked for the next time.
        var acknowledged = _processes.SelectMany(static process => process.AcknowledgedIds()).ToHashSet(StringComparer.Ordinal);
        await using var store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = file });
        await store.OpenAsync();
        _report.Faults.AddRange(await store.CheckIntegrityAsync());
        var stored = new List<StoredInteraction>();
        foreach (var scope in await store.ListScopesAsync())
        {
            var log = await store.ReadLogAsync(scope, 0).Select(static row => row.Stored).ToListAsync();
            _report.Damaged += log.Where(static (interaction, i) => interaction.Sequence != i + 1).Count();
            stored.AddRange(log);
        }

        _report.Damaged += stored.Count(static row => !string.Equals(row.Interaction.Text, Messages.Text(row.Interaction.Id), StringComparison.Ordinal));
        var ids = stored.Select(static row => row.Interaction.Id).ToHashSet(StringComparer.Ordinal);
        _report.Acknowledged = acknowledged.Count;
        _report.Stored = stored.Count;
        _report.Duplicated += stored.Count - ids.Count;
        _report.Lost += acknowledged.Count(id => !ids.Contains(id));
        _report.Checks++;
    }

    // The moment of a kill is not bound to the line just read.
    private void SpinWait(int longest) => Thread.SpinWait(_random.Next(longest));
}
