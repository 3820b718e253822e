namespace OMem.Sqlite.Stress;

/// <summary>Processes that write to one file are killed at random moments; after each kill the file is opened and compared with what they were told.</summary>
internal sealed class Storm(string file, StormPlan plan)
{
    private readonly Random _random = new(plan.Seed);
    private readonly HashSet<string> _acknowledged = new(StringComparer.Ordinal);
    private readonly StormReport _report = new();

    public async Task<StormReport> RunAsync(Action<string>? progress = null)
    {
        var children = Enumerable.Range(0, plan.Processes).Select(Start).ToArray();
        try
        {
            while (_report.Kills < plan.Kills)
            {
                var victim = _random.Next(plan.Processes);
                await RunUntilAsync(children[victim], _random.Next(1, 2 + (2 * plan.Total / (5 * (plan.Kills + 1)))));
                await KillAsync(children[victim]);
                await VerifyAsync();
                children[victim].Dispose();
                children[victim] = Start(victim);
                progress?.Invoke($"kill {_report.Kills} of {plan.Kills}: {_acknowledged.Count} acknowledged, {_report.Stored} stored");
            }

            await Task.WhenAll(children.Select(FinishAsync));
            await VerifyAsync();
            _report.Lost += plan.Total - _acknowledged.Count;
            _report.Acknowledged = _acknowledged.Count;
            return _report;
        }
        finally
        {
            foreach (var child in children)
            {
                child.Dispose();
            }
        }
    }

    private ChildProcess Start(int process) => ChildProcess.Start(
        "append", file, $"p{process}", Text(plan.Writers), Text(plan.Messages), Text(plan.Seed));

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Lets a child acknowledge some batches it had not before, or end.</summary>
    private async Task RunUntilAsync(ChildProcess child, int newBatches)
    {
        while (newBatches > 0 && await child.ReadLineAsync() is { } line)
        {
            newBatches -= Note(line) ? 1 : 0;
        }

        // The moment of the kill is not bound to the line just read.
        Thread.SpinWait(_random.Next(200_000));
    }

    private async Task KillAsync(ChildProcess child)
    {
        child.Kill();
        foreach (var line in await child.ReadRestAsync())
        {
            Note(line);
        }

        _report.Kills++;
    }

    private async Task FinishAsync(ChildProcess child)
    {
        var lines = await child.ReadRestAsync();
        lock (_acknowledged)
        {
            foreach (var line in lines)
            {
                Note(line);
            }

            if (child.ExitCode != 0)
            {
                _report.Faults.Add($"A child ended with {child.ExitCode}.");
            }
        }
    }

    /// <summary>Remembers what a child was told.</summary>
    /// <returns>Whether something in it is new.</returns>
    private bool Note(string line)
    {
        var isNew = false;
        foreach (var id in line.Split(' ').Skip(1))
        {
            isNew |= _acknowledged.Add(id);
        }

        return isNew;
    }

    private async Task VerifyAsync()
    {
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
        _report.Stored = stored.Count;
        _report.Duplicated += stored.Count - ids.Count;
        _report.Lost += _acknowledged.Count(id => !ids.Contains(id));
    }
}
