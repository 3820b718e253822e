using Sentinel.Memory;
using Sentinel.Replay.Experiment;
using Sentinel.Replay.Tests.Support;

namespace Sentinel.Replay.Tests.Experiment;

public sealed class LeakCounterTests
{
    [Fact]
    public async Task Total_RankingThatKnowsTheFuture_IsFound()
    {
        var bars = Given.Bars(300);
        var leaks = new LeakCounter();
        var honest = new LeakCounter();

        await RunAsync(bars, new Prophet(), leaks);
        await RunAsync(bars, EpisodeRankings.Relevance(), honest);

        leaks.Stated.ShouldBeGreaterThan(0);
        honest.Stated.ShouldBe(0);
    }

    [Fact]
    public async Task Total_IdOfALaterEntry_IsFound()
    {
        var bars = Given.Bars(60);
        await using var session = TradingSession.Replay(Given.Options(bars), bars[0].OpenTime);
        var leaks = new LeakCounter();
        var contexts = new List<DecisionContext>();
        foreach (var bar in bars)
        {
            contexts.Add((await session.RunCycleAsync(bar)).Manager.Context);
        }

        var last = session.Journal.Read().Last(entry => entry.Payload is Decision);
        leaks.Add(contexts[10]);
        leaks.Total(session.Journal).ShouldBe(0);
        leaks.Add(contexts[10] with { Ids = [last.Id, $"epi-{last.Id}"] });

        leaks.Total(session.Journal).ShouldBe(2);
    }

    [Fact]
    public async Task Stated_PersonaOfTomorrow_IsFound()
    {
        var bars = Given.Bars(60);
        await using var session = TradingSession.Replay(Given.Options(bars), bars[0].OpenTime);
        var context = (await session.RunCycleAsync(bars[0])).Manager.Context;
        var leaks = new LeakCounter();

        leaks.Add(context with
        {
            Persona = new PersonaSection([], [new TraderAttribute { Id = "x", Name = "risk_per_trade", Section = "risk", Text = "0.01", KnownAt = context.AsOf.AddTicks(1) }]),
        });

        leaks.Stated.ShouldBe(1);
    }

    private static Task RunAsync(IReadOnlyList<Bar> bars, IEpisodeRanking ranking, LeakCounter leaks) =>
        ReplayRun.RunAsync(Given.Options(bars) with { Ranking = ranking }, bars, cycle => leaks.Add(cycle.Manager.Context));

    /// <summary>A ranking that claims outcomes of tomorrow.</summary>
    private sealed class Prophet : IEpisodeRanking
    {
        private readonly IEpisodeRanking _honest = EpisodeRankings.Relevance();

        public string Name => "prophet";

        public EpisodeRecall Rank(EpisodeQuestion question, IEpisodeView view) => _honest.Rank(question, view) is var recall
            ? recall with { Items = [.. recall.Items.Select(item => item with { Outcome = item.Outcome with { SettledAt = question.AsOf.AddHours(1) } })] }
            : throw new InvalidOperationException();
    }
}
