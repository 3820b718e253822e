using OMem.Tests.Engine;
using static OMem.Tests.Engine.EngineFixture;

namespace OMem.Tests.Rulings;

/// <summary>Contradictions that nothing decides, and decisions that several make at once.</summary>
public sealed class UndecidedTests
{
    private static readonly CorrectionNote Note = new("alice", "knows");

    [Fact]
    public async Task Contradiction_OfOneInstant_IsKeptWithBothEvidences()
    {
        await using var fixture = new EngineFixture();
        await fixture.Memory.RememberAsync([Say("m1", "I love coffee."), Say("m2", "I hate coffee.")]);
        await fixture.Memory.FlushAsync();

        var card = await fixture.Memory.GetPersonaAsync();

        var pair = card.Contradictions.ShouldHaveSingleItem();
        card.Attributes.Single(item => item.Id == pair.Affirmed).Evidence.ShouldHaveSingleItem().InteractionId.ShouldBe("m1");
        card.Attributes.Single(item => item.Id == pair.Denied).Evidence.ShouldHaveSingleItem().InteractionId.ShouldBe("m2");
        var recalled = (await fixture.Memory.RecallAsync(new RecallQuery("Does Alice love or hate coffee?"))).Items;
        recalled.ShouldContain(item => item.Id == pair.Affirmed);
        recalled.ShouldContain(item => item.Id == pair.Denied);
    }

    [Fact]
    public async Task Contradiction_ALaterMessageOrAPerson_DecidesIt()
    {
        await using var fixture = new EngineFixture();
        await fixture.Memory.RememberAsync([Say("m1", "I love coffee."), Say("m2", "I hate coffee."), Say("n1", "I love jazz."), Say("n2", "I hate jazz.")]);
        await fixture.Memory.FlushAsync();
        var pairs = (await fixture.Memory.GetPersonaAsync()).Contradictions;
        pairs.Count.ShouldBe(2);

        await fixture.Memory.RememberAsync([Say("m3", "I love coffee.", minutes: 60)]);
        await fixture.Memory.FlushAsync();
        var left = (await fixture.Memory.GetPersonaAsync()).Contradictions.ShouldHaveSingleItem();
        await fixture.Memory.RetractAsync(left.Denied, Note);

        var card = await fixture.Memory.GetPersonaAsync();
        card.Contradictions.ShouldBeEmpty();
        card.Attributes.Select(item => $"{item.Polarity} {item.Value}").Order(StringComparer.Ordinal).ShouldBe(["Positive coffee", "Positive jazz"]);
    }

    [Fact]
    public async Task Contradiction_OfLaterMessage_IsDecidedAsEver()
    {
        await using var fixture = new EngineFixture();
        await fixture.Memory.RememberAsync([Say("m1", "I love coffee."), Say("m2", "I hate coffee.", minutes: 1)]);
        await fixture.Memory.FlushAsync();

        var card = await fixture.Memory.GetPersonaAsync();
        card.Contradictions.ShouldBeEmpty();
        card.Attributes.ShouldHaveSingleItem().Polarity.ShouldBe(Polarity.Negative);
    }

    [Fact]
    public async Task Decisions_OfTwoEnginesAtOnce_AreAllMadeOrRefusedAsAWhole()
    {
        await using var fixture = new EngineFixture();
        await using var other = new EngineFixture(store: fixture.Store);
        string[] things = ["jazz", "coffee", "running", "olives", "chess", "sailing"];
        await fixture.Memory.RememberAsync([.. things.Select((thing, i) => Say($"m{i}", $"I love {thing}.", minutes: i))]);
        await fixture.Memory.FlushAsync();
        var items = (await fixture.Memory.GetPersonaAsync()).Attributes;
        items.Count.ShouldBe(things.Length);

        var results = await Task.WhenAll(items.SelectMany(item => new[] { RetractAsync(fixture.Memory, item.Id), RetractAsync(other.Memory, item.Id) }));

        results.Count(done => done).ShouldBe(things.Length);
        (await other.Memory.GetPersonaAsync()).Attributes.ShouldBeEmpty();
        (await fixture.Memory.GetHistoryAsync(new HistoryQuery { Operations = [LedgerOperation.Retract] }).CountAsync()).ShouldBe(things.Length);
    }

    private static Task<bool> RetractAsync(IMemory memory, string id) => Task.Run(async () =>
    {
        while (true)
        {
            try
            {
                await memory.RetractAsync(id, Note);
                return true;
            }
            catch (ScopeConflictException)
            {
                // Many at once: again.
            }
            catch (CorrectionException fault)
            {
                fault.Fault.ShouldBe(CorrectionFault.Superseded);
                return false;
            }
        }
    });
}
