using Sentinel.Memory;
using Sentinel.Replay.Tests.Support;

namespace Sentinel.Replay.Tests.Cycle;

public sealed class RerunJournalTests
{
    private static readonly DateTimeOffset Time = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Append_WhatAnEarlierRunWrote_ShowsOnlyWhatThisRunReached()
    {
        using var file = DecisionJournal.InMemory(Given.Scope);
        file.Append(Time, Note("a"));
        file.Append(Time, Note("b"));
        var journal = new RerunJournal(file);

        journal.Count.ShouldBe(0);
        journal.Find("a").ShouldBeNull();
        journal.Ahead.ShouldBe(2);
        journal.Append(Time, Note("a"));

        journal.Read().Select(entry => entry.Id).ShouldBe(["a"]);
        journal.Find("b").ShouldBeNull();
        journal.Append(Time, Note("b"));
        journal.Append(Time, Note("c"));
        journal.HeadHash.ShouldBe(file.HeadHash);
        file.Count.ShouldBe(3);
    }

    [Fact]
    public void Append_AnotherEntryAtTheSamePlace_IsRefused()
    {
        using var file = DecisionJournal.InMemory(Given.Scope);
        file.Append(Time, Note("a"));
        file.Append(Time, Note("b"));

        Should.Throw<JournalException>(() => new RerunJournal(file).Append(Time, Note("b"))).Message.ShouldContain("entry 1 is not b");
        Should.Throw<JournalException>(() => new RerunJournal(file).Append(Time.AddHours(1), Note("a"))).Message.ShouldContain("another run");
        file.Count.ShouldBe(2);
    }

    [Fact]
    public void Append_ANewEntryBeforeTheEarlierRunsEnd_IsRefusedAndNotWritten()
    {
        using var file = DecisionJournal.InMemory(Given.Scope);
        file.Append(Time, Note("a"));

        Should.Throw<JournalException>(() => new RerunJournal(file).Append(Time, Note("x")));

        file.Count.ShouldBe(1);
    }

    private static AgentNote Note(string id) => new(id, AgentNoteForm.Note, "topic", "text", Time.AddDays(1), []);
}
