using OMem;
using Sentinel.Persona;

namespace Sentinel.Memory.Tests.Toolkit;

public sealed class PersonOperationsTests
{
    [Fact]
    public void Toolkit_HasNothingThatOnlyAPersonMayDo()
    {
        var person = typeof(IPersonOperations).GetMethods().Select(method => method.Name).Where(name => !name.StartsWith("get_", StringComparison.Ordinal));
        var toolkit = typeof(IMemoryToolkit).GetMethods().Select(method => method.Name).ToList();

        foreach (var name in person)
        {
            toolkit.ShouldAllBe(method => !method.StartsWith(name, StringComparison.Ordinal));
        }

        typeof(IMemoryToolkit).GetMethods().SelectMany(method => method.GetParameters()).ShouldAllBe(parameter => parameter.ParameterType != typeof(MemoryScope));
    }

    [Fact]
    public async Task SetMandate_Twice_CountsVersionsAndKeepsThePast()
    {
        await using var memory = Make.Memory();

        memory.Person.SetMandate(Make.At(1), new Mandate { KnownAt = Make.At(9), MaxPosition = 0.4m }, "ines").Version.ShouldBe(1);
        memory.Person.SetMandate(Make.At(5), new Mandate { KnownAt = Make.At(9), MaxPosition = 0.2m }, "ines").Version.ShouldBe(2);

        memory.MandateAt(Make.At(0)).ShouldBeNull();
        memory.MandateAt(Make.At(4))!.MaxPosition.ShouldBe(0.4m);
        memory.MandateAt(Make.At(5))!.MaxPosition.ShouldBe(0.2m);
    }

    [Fact]
    public async Task SetMandate_ThatContradictsItself_IsRefused()
    {
        await using var memory = Make.Memory();

        Should.Throw<ArgumentException>(() => memory.Person.SetMandate(Make.At(1), new Mandate { KnownAt = Make.At(1), MaxPosition = -1 }, "ines"));
        Should.Throw<ArgumentException>(() => memory.Person.SetMandate(Make.At(1), new Mandate { KnownAt = Make.At(1) }, " "));
        memory.Journal.Count.ShouldBe(0);
    }

    [Fact]
    public async Task ConfirmUpdate_OfAQueuedProposal_ReachesThePersonaFromThenOn()
    {
        var manager = new PersonaManager();
        await using var memory = Make.Memory(with: options => options with
        {
            Persona = new PersonaManagerSource(manager, TimeSpan.Zero),
            Consent = manager.Consent,
        });
        var proposal = (await memory.Toolkit.ProposePersonaUpdateAsync(Make.At(2), "risk_tolerance", "2", ["m1"])).Items.Single();
        (await memory.Toolkit.GetPersonaAsync(Make.At(3))).Items.ShouldBeEmpty();

        memory.Person.ConfirmUpdate(Make.At(4), proposal.Id, "ines");

        memory.Person.Proposals(Make.At(3)).ShouldHaveSingleItem();
        memory.Person.Proposals(Make.At(4)).ShouldBeEmpty();
        (await memory.Toolkit.GetPersonaAsync(Make.At(3))).Items.ShouldBeEmpty();
        var attribute = (await memory.Toolkit.GetPersonaAsync(Make.At(4), "risk")).Items.ShouldHaveSingleItem();
        attribute.Value.ShouldBe(2);
        attribute.IsDeclared.ShouldBeTrue();
        Should.Throw<JournalException>(() => memory.Person.ConfirmUpdate(Make.At(5), proposal.Id, "ines"));
    }

    [Fact]
    public async Task RejectUpdate_OfAQueuedProposal_ChangesNothing()
    {
        var manager = new PersonaManager();
        await using var memory = Make.Memory(with: options => options with { Persona = new PersonaManagerSource(manager, TimeSpan.Zero), Consent = manager.Consent });
        var proposal = (await memory.Toolkit.ProposePersonaUpdateAsync(Make.At(2), "goal", "double it", ["m1"])).Items.Single();

        memory.Person.RejectUpdate(Make.At(3), proposal.Id, "ines");

        (await memory.Toolkit.GetPersonaAsync(Make.At(9))).Items.ShouldBeEmpty();
        memory.Person.Proposals(Make.At(9)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Propose_WithoutEvidence_IsRefused()
    {
        await using var memory = Make.Memory();

        await Should.ThrowAsync<ArgumentException>(() => memory.Toolkit.ProposePersonaUpdateAsync(Make.At(2), "goal", "x", []));
    }

    [Fact]
    public async Task Forget_AnEpisode_LeavesItOutFromThenOnAndKeepsTheChain()
    {
        await using var memory = Worlds.Patterned(120);
        var request = new EpisodeRequest { Situation = Situation.Of(Worlds.Snapshot(120), Worlds.Events(120), null) };
        var first = (await memory.Toolkit.RecallEpisodesAsync(Make.At(120), request)).Ids[0];

        memory.Person.Forget(Make.At(121), [first], "ines", "not mine");

        (await memory.Toolkit.RecallEpisodesAsync(Make.At(121), request)).Ids.ShouldNotContain(first);
        (await memory.Toolkit.RecallEpisodesAsync(Make.At(120), request)).Ids.ShouldContain(first);
        memory.Person.Verify().IsIntact.ShouldBeTrue();
        memory.Person.Export().Last().Payload.ShouldBeOfType<Forgotten>().Ids.ShouldBe([first]);
        Should.Throw<JournalException>(() => memory.Person.Forget(Make.At(121), ["nothing"], "ines", ""));
    }

    [Fact]
    public async Task SetKillSwitch_OnAndOff_HoldsInBetween()
    {
        await using var memory = Make.Memory();

        memory.Person.SetKillSwitch(Make.At(2), true, "ines", "stop");
        memory.Person.SetKillSwitch(Make.At(4), false, "ines", "go on");

        memory.IsHalted(Make.At(1)).ShouldBeFalse();
        memory.IsHalted(Make.At(2)).ShouldBeTrue();
        memory.IsHalted(Make.At(3)).ShouldBeTrue();
        memory.IsHalted(Make.At(4)).ShouldBeFalse();
    }

    [Fact]
    public async Task Correct_AnEntry_StandsBesideIt()
    {
        await using var memory = Worlds.Patterned(3);
        var id = memory.Journal.Read().First(entry => entry.Kind is JournalKind.Decision).Id;

        var correction = memory.Person.Correct(Make.At(4), id, "the stop was 96", "ines");

        correction.Evidence.ShouldBe([id]);
        memory.Journal.Find(id).ShouldNotBeNull();
        memory.Journal.Find(correction.Id).ShouldNotBeNull();
    }
}
