using OMem;

namespace Sentinel.Memory.Tests.Journal;

public sealed class DecisionJournalTests
{
    [Fact]
    public void Append_SeveralEntries_ChainsThem()
    {
        using var journal = DecisionJournal.InMemory(Make.Scope);

        var first = journal.Append(Make.At(1), Make.Decision(1));
        var second = journal.Append(Make.At(2), Make.Decision(2));

        first.Seq.ShouldBe(1);
        first.PrevHash.ShouldBe(new string('0', 64));
        second.Seq.ShouldBe(2);
        second.PrevHash.ShouldBe(first.Hash);
        journal.HeadHash.ShouldBe(second.Hash);
        journal.Verify().IsIntact.ShouldBeTrue();
    }

    [Fact]
    public void Append_SameEntryTwice_WritesOnce()
    {
        using var journal = DecisionJournal.InMemory(Make.Scope);

        var first = journal.Append(Make.At(1), Make.Decision(1));
        var again = journal.Append(Make.At(1), Make.Decision(1));

        again.Hash.ShouldBe(first.Hash);
        journal.Count.ShouldBe(1);
    }

    [Fact]
    public void Append_KnownIdWithOtherContent_IsRefused()
    {
        using var journal = DecisionJournal.InMemory(Make.Scope);
        journal.Append(Make.At(1), Make.Decision(1));

        Should.Throw<JournalException>(() => journal.Append(Make.At(1), Make.Decision(1) with { Quantity = 7 })).Message.ShouldContain("never changed");
        Should.Throw<JournalException>(() => journal.Append(Make.At(2), Make.Decision(1)));
        journal.Count.ShouldBe(1);
    }

    [Fact]
    public void Open_ExistingFile_ContinuesTheChain()
    {
        var path = Make.TempFile();
        string head;
        using (var journal = DecisionJournal.Open(path, Make.Scope))
        {
            journal.Append(Make.At(1), Make.Decision(1));
            head = journal.HeadHash;
        }

        using var again = DecisionJournal.Open(path, Make.Scope);

        again.HeadHash.ShouldBe(head);
        again.Append(Make.At(2), Make.Decision(2)).PrevHash.ShouldBe(head);
        again.Read().Select(entry => entry.Seq).ShouldBe([1, 2]);
        again.Read(1).Single().Payload.ShouldBeOfType<Decision>().Cycle.ShouldBe(2);
    }

    [Fact]
    public void Open_WhileAnotherWriterHasIt_SaysSo()
    {
        var path = Make.TempFile();
        using var journal = DecisionJournal.Open(path, Make.Scope);

        Should.Throw<JournalException>(() => DecisionJournal.Open(path, Make.Scope)).Message.ShouldContain("another run");
    }

    [Fact]
    public void Open_OfAnotherScope_IsRefused()
    {
        var path = Make.TempFile();
        using (var journal = DecisionJournal.Open(path, Make.Scope))
        {
            journal.Append(Make.At(1), Make.Decision(1));
        }

        Should.Throw<JournalException>(() => DecisionJournal.Open(path, new MemoryScope("acme", "omar", "sentinel"))).Message.ShouldContain("belongs to");
    }

    [Fact]
    public void Open_MissingFolder_SaysSo() =>
        Should.Throw<JournalException>(() => DecisionJournal.Open(Path.Combine(Make.TempFile(), "no", "journal.jsonl"), Make.Scope)).Message.ShouldContain("does not exist");

    [Fact]
    public void Open_TornLastLine_CutsItAndKeepsTheRest()
    {
        var path = Make.TempFile();
        using (var journal = DecisionJournal.Open(path, Make.Scope))
        {
            journal.Append(Make.At(1), Make.Decision(1));
            journal.Append(Make.At(2), Make.Decision(2));
        }

        var whole = File.ReadAllBytes(path);
        var firstEnd = Array.IndexOf(whole, (byte)'\n') + 1;
        for (var length = firstEnd + 1; length < whole.Length; length += 37)
        {
            File.WriteAllBytes(path, whole[..length]);
            using var journal = DecisionJournal.Open(path, Make.Scope);
            journal.Count.ShouldBe(1);
            journal.CutBytes.ShouldBe(length - firstEnd);
            journal.Append(Make.At(2), Make.Decision(2));
            journal.Dispose();
            File.ReadAllBytes(path).ShouldBe(whole);
        }
    }

    [Fact]
    public void Open_DamagedEntry_NamesItAndChangesNothing()
    {
        var path = Make.TempFile();
        using (var journal = DecisionJournal.Open(path, Make.Scope))
        {
            journal.Append(Make.At(1), Make.Decision(1));
            journal.Append(Make.At(2), Make.Decision(2));
        }

        var bytes = File.ReadAllBytes(path);
        bytes[20] ^= 1;
        File.WriteAllBytes(path, bytes);

        Should.Throw<JournalException>(() => DecisionJournal.Open(path, Make.Scope)).Message.ShouldContain("entry 1");
        File.ReadAllBytes(path).ShouldBe(bytes);
    }

    [Fact]
    public void Append_WithAWriteClock_LeavesTheHashAlone()
    {
        var path = Make.TempFile();
        using var plain = DecisionJournal.InMemory(Make.Scope);
        using var clocked = DecisionJournal.Open(path, Make.Scope, isDurable: true, writeClock: TimeProvider.System);

        var without = plain.Append(Make.At(1), Make.Decision(1));
        var with = clocked.Append(Make.At(1), Make.Decision(1));

        with.WrittenAt.ShouldNotBeNull();
        with.Hash.ShouldBe(without.Hash);
        clocked.Verify().IsIntact.ShouldBeTrue();
    }

    [Fact]
    public void Find_UnknownId_ReturnsNull()
    {
        using var journal = DecisionJournal.InMemory(Make.Scope);

        journal.Find("dec-nothing").ShouldBeNull();
    }

    [Fact]
    public void Append_AfterDispose_Throws()
    {
        var journal = DecisionJournal.InMemory(Make.Scope);
        journal.Dispose();

        Should.Throw<ObjectDisposedException>(() => journal.Append(Make.At(1), Make.Decision(1)));
    }
}
