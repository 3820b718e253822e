using OMem.Tests.Consolidation;

namespace OMem.Tests.Trust;

public sealed class ToldReaderTests
{
    [Theory]
    [InlineData(SpeakerRole.Tool, "The user lives in Oslo.", "home: Alice lives in Oslo")]
    [InlineData(SpeakerRole.Document, "Alice works at Acme.", "employer: Alice works at Acme")]
    [InlineData(SpeakerRole.Document, "The user's favourite colour is green.", "favourite colour: Alice's favourite colour is green")]
    [InlineData(SpeakerRole.Feed, "Alice's favourite band is Muse.", "favourite band: Alice's favourite band is Muse")]
    [InlineData(SpeakerRole.Assistant, "You live in Oslo.", "home: Alice lives in Oslo")]
    [InlineData(SpeakerRole.Assistant, "You love jazz.", "preference: Alice loves jazz")]
    [InlineData(SpeakerRole.Assistant, "The user also really loves jazz.", "preference: Alice loves jazz")]
    [InlineData(SpeakerRole.Document, "The user does not live in Oslo.", "home: Alice does not live in Oslo")]
    public async Task Read_WhatIsToldOfTheUser_IsReadAsTheirs(SpeakerRole role, string text, string expected) =>
        (await ReadAsync(role, text)).ShouldBe([expected]);

    [Theory]
    [InlineData(SpeakerRole.Document, "I live in Oslo and I love jazz.")]
    [InlineData(SpeakerRole.Assistant, "I love jazz, and my home is Oslo.")]
    [InlineData(SpeakerRole.Tool, "You live in Oslo.")]
    [InlineData(SpeakerRole.Document, "You love jazz.")]
    [InlineData(SpeakerRole.Assistant, "Do you live in Oslo?")]
    [InlineData(SpeakerRole.Assistant, "You need a sharp knife, and you have a string variable.")]
    [InlineData(SpeakerRole.Document, "Oslo is a city. People live in Oslo.")]
    [InlineData(SpeakerRole.Assistant, "If the user lives in Oslo, it rains.")]
    [InlineData(SpeakerRole.System, "The user lives in Oslo.")]
    [InlineData(SpeakerRole.Document, "\"The user lives in Oslo.\" That is what was claimed.")]
    public async Task Read_WhatTellsNothingOfTheUser_IsNothing(SpeakerRole role, string text) =>
        (await ReadAsync(role, text)).ShouldBeEmpty();

    [Fact]
    public async Task Read_AFactOfTheUser_HasItsTime()
    {
        var read = (await new Chat().Say("Hello.").Say("The user bought a car yesterday.", role: SpeakerRole.Tool, speaker: "crm").ReadAsync())[1];
        var fact = read.Facts.ShouldHaveSingleItem();
        fact.Subject.ShouldBe("Alice");
        fact.Text.ShouldStartWith("Alice bought a car");
        fact.When.ShouldNotBeNull();
    }

    [Fact]
    public async Task Read_Evidence_PointsIntoTheMessage()
    {
        const string Text = "Weather: fine. The user lives in Oslo.";
        var read = (await new Chat().Say("Hello.").Say(Text, role: SpeakerRole.Tool, speaker: "crm").ReadAsync())[1];
        var evidence = read.Attributes.ShouldHaveSingleItem().Evidence;
        Text.Substring(evidence.Start, evidence.Length).ShouldBe("The user lives in Oslo");
    }

    [Fact]
    public async Task Read_NobodySpokeBefore_TheUserIsTheOneOfTheScope()
    {
        var read = (await new Chat().Say("The user lives in Oslo.", role: SpeakerRole.Tool, speaker: "crm").ReadAsync())[0];
        read.Attributes.ShouldHaveSingleItem().Subject.ShouldBe(Chat.Scope.User);
    }

    private static async Task<string[]> ReadAsync(SpeakerRole role, string text)
    {
        var read = await new Chat().Say("Hello there.").Say(text, role: role, speaker: "source").ReadAsync();
        return [.. read[1].Attributes.Select(static attribute => $"{attribute.Aspect}: {attribute.Text}"), .. read[1].Facts.Select(static fact => fact.Text)];
    }
}
