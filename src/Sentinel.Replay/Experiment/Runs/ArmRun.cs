using OMem;
using Sentinel.Exchange.Simulator;
using Sentinel.Memory;

namespace Sentinel.Replay.Experiment;

/// <summary>Runs one trader under one arm. Arms differ in what the session may remember and in nothing else.</summary>
internal static class ArmRun
{
    /// <summary>Runs.</summary>
    /// <param name="config">The experiment.</param>
    /// <param name="world">The world's name.</param>
    /// <param name="arm">The arm.</param>
    /// <param name="trader">The trader.</param>
    /// <param name="other">Another trader on the same market, for the placebo; asked for when it is needed.</param>
    /// <param name="cancellationToken">Ends it between two cycles.</param>
    public static async Task<RunRecord> RunAsync(
        ExperimentConfig config, string world, ArmConfig arm, TraderRecord trader, Func<TraderRecord> other, CancellationToken cancellationToken = default)
    {
        if (ExperimentFile.MemoryOf(arm) is not { } memory)
        {
            return HoldRun.Of(config, world, arm.Name, trader);
        }

        var options = Options(config, arm, memory, trader, other);
        var collector = new RunCollector(config, trader, memory, options.Memory.EpisodesInContext);
        var bars = trader.User.Market.Bars;
        var session = TradingSession.Replay(options, bars[0].OpenTime);
        await using (session.ConfigureAwait(false))
        {
            var metrics = new RunMetrics();
            foreach (var bar in bars)
            {
                var cycle = await session.RunCycleAsync(bar, cancellationToken).ConfigureAwait(false);
                metrics.Add(cycle);
                collector.Add(cycle);
            }

            return collector.ToRecord(world, arm.Name, session.Journal, metrics, (double)config.Equity);
        }
    }

    /// <summary>What a session under an arm is made from.</summary>
    public static SessionOptions Options(ExperimentConfig config, ArmConfig arm, MemoryArm memory, TraderRecord trader, Func<TraderRecord> other)
    {
        var user = trader.User;
        var chance = Seeds.Of(config.Seed, "placebo", user.Number);
        return new SessionOptions
        {
            Scope = new MemoryScope("experiment", user.Trader.Name),
            Mandate = trader.Mandate,
            Venue = new SimulatorOptions { Instruments = user.Market.Instruments, InitialCash = config.Equity },
            Seed = config.Seed,
            Arm = memory,
            ArmName = arm.Name,
            MandateShown = arm.MandateShown,
            TokenBudget = config.TokenBudget,
            RandomTextSeed = arm.RandomText ? chance : null,
            Persona = arm.Persona switch
            {
                "other" => other().Persona,
                "oracle" => new OraclePersona(user.Trader, user.Market.Start),
                _ => trader.Persona,
            },
            Ranking = arm.Ranking switch
            {
                "shuffled" => EpisodeRankings.Shuffled(chance),
                "recency" => EpisodeRankings.Recency(),
                "finmem-paper" => EpisodeRankings.FinMemPaper(chance),
                "finmem-code" => EpisodeRankings.FinMemCode(chance),
                _ => null,
            },
        };
    }
}
