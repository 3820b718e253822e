using OMem;
using Sentinel.Agents.Tests.Support;
using Sentinel.Risk;
using static Sentinel.Agents.Tests.Support.Given;

namespace Sentinel.Agents.Tests.Decisions;

/// <summary>The real parts together: memory with its toolkit, a team, the manager, the order path, the journal.</summary>
public sealed class CompositionTests
{
    private static readonly MemoryScope Scope = new("acme", "ines", "sentinel");

    [Fact]
    public async Task Parts_ByRules_DecideOverARealMemoryAndTheRecordIsRecalled()
    {
        using var journal = DecisionJournal.InMemory(Scope);
        await using var memory = TraderMemory.Open(new TraderMemoryOptions { Journal = journal, Portfolio = _ => Cash() });
        memory.Person.SetMandate(Now.AddDays(-9), Mandate(), "ines");
        var placed = new List<OrderRequest>();

        var decision = await CycleAsync(memory, TraderTeam.Rules(), placed);

        decision.Intent.Direction.ShouldBe(IntentDirection.Long);
        decision.Intent.CitedMemoryIds.ShouldContain("man-1");
        placed.ShouldHaveSingleItem().ProtectiveStop.ShouldBe(98m);
        (await memory.Toolkit.WhyAsync(Now, "dec-1")).Items.ShouldHaveSingleItem().Decision.Proposals.Count.ShouldBe(5);
        memory.Person.Verify().IsIntact.ShouldBeTrue();
    }

    [Fact]
    public async Task Parts_ByAModelThatTalksNonsense_RecordAHoldAndPlaceNothing()
    {
        using var journal = DecisionJournal.InMemory(Scope);
        await using var memory = TraderMemory.Open(new TraderMemoryOptions { Journal = journal, Portfolio = _ => Cash() });
        memory.Person.SetMandate(Now.AddDays(-9), Mandate(), "ines");
        var placed = new List<OrderRequest>();

        var decision = await CycleAsync(memory, TraderTeam.Models(new Scripted("moon soon")), placed);

        decision.Intent.Direction.ShouldBe(IntentDirection.Hold);
        decision.Proposals.ShouldAllBe(proposal => proposal.Failure != null);
        placed.ShouldBeEmpty();
        journal.Read().Select(entry => entry.Kind).ShouldContain(JournalKind.Decision);
    }

    [Fact]
    public async Task Parts_TheSameCycle_WritesTheSameJournal()
    {
        var hashes = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            using var journal = DecisionJournal.InMemory(Scope);
            await using var memory = TraderMemory.Open(new TraderMemoryOptions { Journal = journal, Portfolio = _ => Cash() });
            memory.Person.SetMandate(Now.AddDays(-9), Mandate(), "ines");
            await CycleAsync(memory, TraderTeam.Rules(), []);
            hashes.Add(journal.HeadHash);
        }

        hashes[1].ShouldBe(hashes[0]);
    }

    [Fact]
    public async Task Reflector_OverARealMemory_IsTakenIntoTheJournal()
    {
        using var journal = DecisionJournal.InMemory(Scope);
        await using var memory = TraderMemory.Open(new TraderMemoryOptions { Journal = journal, Portfolio = _ => Cash() });
        memory.Person.SetMandate(Now.AddDays(-9), Mandate(), "ines");
        var team = TraderTeam.Rules();
        await CycleAsync(memory, team, []);
        var later = Now.AddHours(1);
        memory.Settle(Snapshot().LastBar! with { OpenTime = Now, Close = 99m, Low = 99m }).ShouldNotBeEmpty();

        var settled = (await memory.Toolkit.WhyAsync(later, "dec-1")).Items.Single();
        var reflection = (await team.Reflector.ReflectAsync(settled)).Value.ShouldNotBeNull();
        memory.Record(later, reflection);

        journal.Find(reflection.Id).ShouldNotBeNull();
        (await memory.Toolkit.WhyAsync(later, "dec-1")).Items.Single().Reflections.ShouldHaveSingleItem();
    }

    private static async Task<ManagerDecision> CycleAsync(TraderMemory memory, TraderTeam team, List<OrderRequest> placed)
    {
        var market = Snapshot();
        memory.Observe(market, [Event(MarketEventTypes.CusumUp, 1)]);
        var manager = new DeepTraderManager(memory.Toolkit, team);
        var decision = await manager.DecideAsync(new DecisionRequest { Situation = Situation(market, Cash(), Event(MarketEventTypes.CusumUp, 1)), AsOf = Now });
        var path = new OrderPath<string>(new OrderPlanner(), (order, _) =>
        {
            placed.Add(order);
            return Task.FromResult("ok");
        });
        var (plan, _) = await path.SubmitAsync(decision.Intent, Limits(memory.MandateAt(Now)), "dec-1", decision.Evidence);
        memory.Record(new Decision
        {
            Id = "dec-1",
            Cycle = 1,
            Symbol = Btc,
            AsOf = Now,
            Price = 100m,
            Atr = 1,
            Regime = market.Regime,
            State = decision.Context.Situation.State,
            ContextIds = decision.Context.Ids,
            Dropped = decision.Context.Dropped,
            Proposals = decision.Proposals,
            Intent = decision.Intent,
            SizeTrace = plan.SizeTrace,
            Quantity = plan.Order?.Quantity ?? 0m,
            Verdict = plan.Gate?.Verdict,
            Gate = plan.Findings,
            OrderIds = [.. placed.Select(order => order.ClientOrderId)],
            ModelId = decision.Model?.Id,
            PromptHash = decision.Model?.PromptHash,
        });
        return decision;
    }
}
