using System.Text;

namespace Sentinel.Memory.Tests.Journal;

/// <summary>Words a person wants forgotten leave the file; the chain stands.</summary>
public sealed class EraseTests
{
    private const string Secret = "my account ends in 4711";

    [Fact]
    public async Task Forget_ANote_TakesItsWordsOutOfTheFileAndKeepsTheChain()
    {
        var path = Make.TempFile();
        using var journal = DecisionJournal.Open(path, Make.Scope);
        await using var memory = Make.Memory(journal);
        Worlds.Live(memory, 1, 5);
        var note = (await memory.Toolkit.SetWorkingNoteAsync(Make.At(5), "account", Secret, TimeSpan.FromHours(9))).Ids.Single();
        Worlds.Live(memory, 6, 8);
        var head = journal.HeadHash;
        var hashes = journal.Read().Select(entry => entry.Hash).ToList();
        (await File.ReadAllTextAsync(path)).ShouldContain(Secret);

        memory.Person.Forget(Make.At(8), [note], "ines", "private");

        (await File.ReadAllTextAsync(path)).ShouldNotContain(Secret);
        journal.Verify().IsIntact.ShouldBeTrue();
        JournalVerify.Run(journal).IsIntact.ShouldBeTrue();
        journal.Read().Take(hashes.Count).Select(entry => entry.Hash).ShouldBe(hashes);
        journal.Read().ElementAt(hashes.Count).PrevHash.ShouldBe(head);
        journal.Find(note)!.Payload.ShouldBeOfType<ErasedPayload>().Kind.ShouldBe(JournalKind.Note);
        (await memory.Toolkit.GetWorkingContextAsync(Make.At(8))).Items.Single().Notes.ShouldBeEmpty();
        Directory.GetFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName).ShouldBe(["journal.jsonl", "journal.jsonl.lock"], ignoreOrder: true);
    }

    [Fact]
    public async Task Forget_ANote_SurvivesOpeningAgainAndGoingOn()
    {
        var path = Make.TempFile();
        string note;
        using (var journal = DecisionJournal.Open(path, Make.Scope))
        {
            await using var memory = Make.Memory(journal);
            note = (await memory.Toolkit.SetWorkingNoteAsync(Make.At(5), "account", Secret, TimeSpan.FromHours(9))).Ids.Single();
            memory.Person.Forget(Make.At(6), [note], "ines", "private");
            Worlds.Live(memory, 7, 9);
        }

        using var again = DecisionJournal.Open(path, Make.Scope);
        await using var reopened = Make.Memory(again);
        Worlds.GiveBarsAgain(reopened, 9);
        Worlds.Live(reopened, 10, 12);

        again.Find(note)!.Payload.ShouldBeOfType<ErasedPayload>();
        (await reopened.Toolkit.GetWorkingContextAsync(Make.At(12))).Items.Single().Notes.ShouldBeEmpty();
        again.Verify().IsIntact.ShouldBeTrue();
    }

    [Fact]
    public async Task Forget_ADecision_KeepsItForTheAudit()
    {
        await using var memory = Worlds.Patterned(10);
        var decision = Worlds.Decide(6).Id;

        memory.Person.Forget(Make.At(10), [decision], "ines", "wish");

        memory.Journal.Find(decision)!.Payload.ShouldBeOfType<Decision>();
        (await memory.Toolkit.WhyAsync(Make.At(10), decision)).NoneFound.ShouldBe(NoneFound.NoData);
        (await memory.Toolkit.RecallDecisionsAsync(Make.At(10), k: 20)).Ids.ShouldNotContain(decision);
    }

    [Fact]
    public void Verify_ContentTakenOutBySomebodyElse_NamesTheEntry()
    {
        var path = Make.TempFile();
        using (var journal = DecisionJournal.Open(path, Make.Scope))
        {
            journal.Append(Make.At(1), Make.Decision(1));
            journal.Append(Make.At(2), new AgentNote("not-1", AgentNoteForm.Note, "t", Secret, Make.At(9), []));
            journal.Append(Make.At(3), Make.Decision(3));
            journal.Erase(["not-1"]);
        }

        var verification = JournalVerify.Run(path);

        verification.FirstBadSeq.ShouldBe(2);
        verification.FirstBadId.ShouldBe("not-1");
        verification.Fault.ShouldNotBeNull().ShouldContain("forgotten");
        Should.Throw<JournalException>(() => DecisionJournal.Open(path, Make.Scope)).Message.ShouldContain("entry 2");
    }

    [Fact]
    public void Append_AnErasedEntryAgain_IsRecognisedByItsHash()
    {
        using var journal = DecisionJournal.InMemory(Make.Scope);
        var note = new AgentNote("not-1", AgentNoteForm.Note, "t", Secret, Make.At(9), []);
        journal.Append(Make.At(1), note);
        journal.Erase(["not-1", "unknown"]);

        journal.Append(Make.At(1), note).Payload.ShouldBeOfType<ErasedPayload>();
        Should.Throw<JournalException>(() => journal.Append(Make.At(1), note with { Text = "other" }));
        journal.Count.ShouldBe(1);
    }

    [Fact]
    public void Open_EntriesLongerThanAReadBuffer_AreReadWhole()
    {
        var path = Make.TempFile();
        var words = new StringBuilder().Insert(0, "long words ", 30_000).ToString();
        using (var journal = DecisionJournal.Open(path, Make.Scope))
        {
            for (var i = 0; i < 4; i++)
            {
                journal.Append(Make.At(i), new AgentNote($"not-{i}", AgentNoteForm.Observation, "t", words + i, null, []));
            }
        }

        using var again = DecisionJournal.Open(path, Make.Scope);

        again.Count.ShouldBe(4);
        again.Find("not-3")!.Payload.ShouldBeOfType<AgentNote>().Text.ShouldBe(words + "3");
    }
}
