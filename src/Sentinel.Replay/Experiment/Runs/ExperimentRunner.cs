using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Sentinel.Market;

namespace Sentinel.Replay.Experiment;

/// <summary>Does every run of an experiment, several at once, and leaves out those that a log holds already. Order and parallelism change no result.</summary>
internal sealed class ExperimentRunner(ExperimentConfig config, RealWorld? real, RunLog log, IReadOnlyList<RunRecord> finished, int parallel)
{
    /// <summary>A type of each assembly that a run goes through.</summary>
    private static readonly Type[] Parts =
    [
        typeof(Bar), typeof(BarGenerator), typeof(Exchange.IExchange), typeof(Risk.RiskGate), typeof(Persona.PersonaManager), typeof(Memory.MemoryArm), typeof(Agents.AgentSettings),
        typeof(TradingSession), typeof(OMem.MemoryScope),
    ];

    private readonly ConcurrentBag<RunRecord> _records = [.. finished];
    private readonly HashSet<(string, string, int)> _done = [.. finished.Select(Key)];

    /// <summary>A hash of the assemblies that decide anything.</summary>
    public static string Build()
    {
        var modules = Parts.Select(part => part.Assembly).Distinct()
            .Select(assembly => $"{assembly.GetName().Name}:{assembly.ManifestModule.ModuleVersionId}").Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', modules))))[..16];
    }

    /// <summary>Runs what is not done.</summary>
    /// <returns>Every run, in order of world, arm and user as the configuration has them.</returns>
    public async Task<IReadOnlyList<RunRecord>> RunAsync(IProgress<ExperimentProgress>? progress, CancellationToken cancellationToken)
    {
        var worlds = Worlds().ToArray();
        var total = worlds.Sum(world => world.Arms.Count) * config.Users;
        var jobs = Enumerable.Range(0, config.Users).SelectMany(user => worlds.Select(world => (world, user))).ToArray();
        progress?.Report(new ExperimentProgress(_records.Count, total));
        await Parallel.ForEachAsync(jobs, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken }, async (job, token) =>
        {
            var missing = job.world.Arms.Where(arm => !_done.Contains((job.world.Name, arm, job.user))).ToArray();
            if (missing.Length is 0)
            {
                return;
            }

            var market = Market(job.world, job.user);
            var trader = TraderRecord.Of(config, market, job.user);
            TraderRecord? other = null;
            foreach (var name in missing)
            {
                var arm = config.Arms.First(arm => string.Equals(arm.Name, name, StringComparison.Ordinal));
                var record = await ArmRun.RunAsync(config, job.world.Name, arm, trader, () => other ??= TraderRecord.Of(config, market, Other(job.user)), token).ConfigureAwait(false);
                log.Append(record);
                _records.Add(record);
                progress?.Report(new ExperimentProgress(_records.Count, total));
            }
        }).ConfigureAwait(false);
        var byKey = _records.ToDictionary(Key);
        return [.. worlds.SelectMany(world => world.Arms.SelectMany(arm => Enumerable.Range(0, config.Users).Select(user => byKey[(world.Name, arm, user)])))];
    }

    /// <summary>The worlds that can be run: those of real prices need prices.</summary>
    public IEnumerable<WorldConfig> Worlds() => config.Worlds.Where(world => real is not null || world.Kind is "planted" or "null");

    private static (string World, string Arm, int User) Key(RunRecord record) => (record.World, record.Arm, record.User);

    /// <summary>The trader whose persona is the placebo: half the list away.</summary>
    private int Other(int user) => (user + (config.Users / 2)) % config.Users;

    private UserMarket Market(WorldConfig world, int user) => world.Kind switch
    {
        "planted" => GeneratedWorld.Of(config, MarketWorld.Planted, user),
        "null" => GeneratedWorld.Of(config, MarketWorld.Null, user),
        var kind => real!.Of(config, user, anonymised: kind is "anonymised"),
    };
}

/// <summary>How far an experiment is.</summary>
/// <param name="Done">Runs that are finished.</param>
/// <param name="Total">All of them.</param>
public readonly record struct ExperimentProgress(int Done, int Total);
