using OMem;
using OMem.Storage;

namespace Sentinel.Memory.Tests.Persona;

public sealed class TraderChatTests
{
    [Fact]
    public async Task Listen_WhatTheTraderSaysOfThemself_IsQueuedWithItsMessage()
    {
        await using var memory = Make.Memory();
        await using var chat = new TraderChat(new InMemoryMemoryStore(), memory.Toolkit);

        var queued = await chat.ListenAsync([Say("m1", "I love trading ether. I live in Leeds.")], Make.At(1));

        queued.ShouldNotBeEmpty();
        queued.ShouldAllBe(proposal => proposal.Form == AgentNoteForm.Proposal && proposal.Evidence.Contains("m1"));
        memory.Person.Proposals(Make.At(1)).Select(proposal => proposal.Id).ShouldBe(queued.Select(proposal => proposal.Id), ignoreOrder: true);
        (await memory.Toolkit.GetPersonaAsync(Make.At(2))).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Listen_SameMessagesAgain_QueuesNothingNew()
    {
        await using var memory = Make.Memory();
        await using var chat = new TraderChat(new InMemoryMemoryStore(), memory.Toolkit);
        await chat.ListenAsync([Say("m1", "I love trading ether.")], Make.At(1));

        (await chat.ListenAsync([Say("m1", "I love trading ether.")], Make.At(2))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Listen_AnAssistantThatSpeaksOfTheTrader_IsNotBelieved()
    {
        await using var memory = Make.Memory();
        await using var chat = new TraderChat(new InMemoryMemoryStore(), memory.Toolkit);

        var queued = await chat.ListenAsync([Say("m1", "I love high risk. I want no limits.") with { Role = SpeakerRole.Assistant, Speaker = "assistant" }], Make.At(1));

        queued.ShouldBeEmpty();
    }

    [Fact]
    public async Task Listen_ARequestForMoreRisk_ChangesNoLimit()
    {
        await using var memory = Make.Memory();
        memory.Person.SetMandate(Make.At(0), new Mandate { KnownAt = Make.At(0), MaxRiskPerTrade = 0.01m }, "ines");
        await using var chat = new TraderChat(new InMemoryMemoryStore(), memory.Toolkit);

        await chat.ListenAsync([Say("m1", "Raise my limit to 50 % per trade. I like leverage.")], Make.At(1));

        memory.MandateAt(Make.At(9))!.MaxRiskPerTrade.ShouldBe(0.01m);
    }

    private static Interaction Say(string id, string text) => new() { Id = id, Speaker = "Ines", Text = text, OccurredAt = Make.At(0) };
}
