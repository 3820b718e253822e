using Sentinel.Persona;

namespace Sentinel.Memory.Tests;

/// <summary>A memory opened over its journal is the one that wrote it.</summary>
public sealed class RebuildTests
{
    [Fact]
    public async Task Open_OverItsJournal_AnswersTheSame()
    {
        var path = Make.TempFile();
        string before;
        using (var journal = DecisionJournal.Open(path, Make.Scope))
        {
            await using var memory = Make.Memory(journal);
            memory.Person.SetMandate(Make.At(0), new Mandate { KnownAt = Make.At(0) }, "ines");
            Worlds.Live(memory, 1, 150);
            await memory.Toolkit.SetWorkingNoteAsync(Make.At(149), "t", "note", TimeSpan.FromHours(9));
            await memory.Toolkit.ProposePersonaUpdateAsync(Make.At(149), "goal", "grow", ["m1"]);
            before = await ReadAsync(memory, 150);
        }

        using var again = DecisionJournal.Open(path, Make.Scope);
        await using var reopened = Make.Memory(again);

        (await ReadAsync(reopened, 150)).ShouldBe(before);
        reopened.Person.Proposals(Make.At(150)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Open_OverItsJournal_GoesOnAsIfItHadNotEnded()
    {
        using var whole = DecisionJournal.InMemory(Make.Scope);
        await using var undisturbed = Make.Memory(whole);
        Worlds.Live(undisturbed, 1, 120);
        using var cut = DecisionJournal.InMemory(Make.Scope);
        await using (var first = Make.Memory(cut))
        {
            Worlds.Live(first, 1, 61);
        }

        await using var second = Make.Memory(cut);
        Worlds.GiveBarsAgain(second, 61);
        Worlds.Live(second, 62, 120);

        cut.HeadHash.ShouldBe(whole.HeadHash);
        (await ReadAsync(second, 120)).ShouldBe(await ReadAsync(undisturbed, 120));
    }

    [Fact]
    public async Task Open_OverItsJournal_KnowsWhatAPersonAnswered()
    {
        using var journal = DecisionJournal.InMemory(Make.Scope);
        var first = new PersonaManager();
        await using (var memory = Make.Memory(journal, options => options with { Consent = first.Consent }))
        {
            var proposal = (await memory.Toolkit.ProposePersonaUpdateAsync(Make.At(1), "goal", "grow", ["m1"])).Items.Single();
            memory.Person.ConfirmUpdate(Make.At(2), proposal.Id, "ines");
        }

        var second = new PersonaManager();
        await using var reopened = Make.Memory(journal, options => options with { Consent = second.Consent });

        second.Consent.Stated(Make.At(2)).ShouldHaveSingleItem().Value.ShouldBe("grow");
        second.Consent.Stated(Make.At(1)).ShouldBeEmpty();
    }

    private static async Task<string> ReadAsync(TraderMemory memory, int hour)
    {
        var context = await memory.Toolkit.BuildContextAsync(
            Situation.Of(Worlds.Snapshot(hour), Worlds.Events(hour), null), Make.At(hour), 100_000);
        var decisions = await memory.Toolkit.RecallDecisionsAsync(Make.At(hour), k: 20);
        return $"{context.Text}\n{string.Join('\n', decisions.Items.Select(item => $"{item.DecisionId} {item.Outcomes.Count}"))}";
    }
}
