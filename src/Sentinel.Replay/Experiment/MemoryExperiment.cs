using Sentinel.Persona;

namespace Sentinel.Replay.Experiment;

/// <summary>The experiment from its configuration to its tables and figures. One door for the command line and for tests.</summary>
public static class MemoryExperiment
{
    /// <summary>Runs what a log of finished runs does not hold yet, analyses everything, and writes tables and figures.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="options">Where things are and where they go.</param>
    /// <param name="progress">Told of each finished run; null for nobody.</param>
    /// <param name="cancellationToken">Ends it; finished runs stay in the log.</param>
    /// <exception cref="ExperimentException">It cannot be run as asked.</exception>
    public static async Task<ExperimentSummary> RunAsync(
        ExperimentConfig config, ExperimentOptions options, IProgress<ExperimentProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(options);
        var whole = config;
        config = options.Limit is { } users ? config with { Users = Math.Clamp(users, 2, config.Users) } : config;
        var started = options.Clock.GetTimestamp();
        var real = options.Prices.Count > 0 ? RealWorld.Read(options.Prices, config.BarHours) : null;
        var header = new RunHeader(ExperimentFile.Hash(config), options.AnyBuild ? "" : ExperimentRunner.Build(), [.. real?.Sources.Select(source => $"{source.Name}:{source.Hash}") ?? []]);
        var (log, finished) = RunLog.Open(options.LogPath, header);
        using (log)
        {
            var runner = new ExperimentRunner(config, real, log, finished, options.Parallel);
            var records = await runner.RunAsync(progress, cancellationToken).ConfigureAwait(false);
            var recovery = options.MeasuresRecovery ? PersonaRecovery.Run(config.Seed, Math.Max(3, config.Users), cancellationToken) : new RecoveryReport { Traders = 0 };
            var results = ExperimentAnalysis.Of(config, [.. runner.Worlds()], records, real?.Sources ?? [], recovery);
            var files = ExperimentReport.Write(options.OutFolder, config, results, records);
            return new ExperimentSummary
            {
                Users = config.Users,
                IsWhole = config.Users == whole.Users && runner.Worlds().Count() == config.Worlds.Count,
                Runs = records.Count,
                Resumed = finished.Count,
                AfterGate = records.Sum(static record => record.AfterGate),
                Leaks = records.Sum(static record => record.Leaks),
                Files = files,
                Elapsed = options.Clock.GetElapsedTime(started),
            };
        }
    }
}

/// <summary>Where an experiment finds things and leaves them.</summary>
public sealed record ExperimentOptions
{
    /// <summary>The folder for tables and figures.</summary>
    public required string OutFolder { get; init; }

    /// <summary>The log of finished runs, for going on after a kill.</summary>
    public required string LogPath { get; init; }

    /// <summary>Files of real prices; empty leaves the worlds of real prices out.</summary>
    public IReadOnlyList<string> Prices { get; init; } = [];

    /// <summary>Only so many users, for a quick look; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Goes on with runs of another build: for changes of tables and figures alone.</summary>
    public bool AnyBuild { get; init; }

    /// <summary>How many runs at once.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether to measure how well planted traits are found again: the same years for any arm, and of no use to a test of the harness.</summary>
    internal bool MeasuresRecovery { get; init; } = true;

    /// <summary>Measures how long it takes; that stands in no table.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>What an experiment came to.</summary>
public sealed record ExperimentSummary
{
    /// <summary>Users.</summary>
    public required int Users { get; init; }

    /// <summary>Whether it is the whole of the configuration: all users and all worlds.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Runs that were analysed.</summary>
    public required int Runs { get; init; }

    /// <summary>Of them, those that the log held already.</summary>
    public required int Resumed { get; init; }

    /// <summary>Limits broken by orders that were sent: has to be 0.</summary>
    public required int AfterGate { get; init; }

    /// <summary>Things in contexts that were not known by then: has to be 0.</summary>
    public required int Leaks { get; init; }

    /// <summary>Files that were written.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>How long this call took: real time.</summary>
    public required TimeSpan Elapsed { get; init; }
}
