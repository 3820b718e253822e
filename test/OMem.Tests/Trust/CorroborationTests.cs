using OMem.Trust;

namespace OMem.Tests.Trust;

public sealed class CorroborationTests
{
    private const string Long = "The user lives in Oslo. That is close to the fjord, with a view of the old harbour and its ferries.";

    [Theory]
    [InlineData(SpeakerRole.Document, "a", "s1", SpeakerRole.Document, "b", "s2", true)]
    [InlineData(SpeakerRole.Document, "a", "s1", SpeakerRole.Feed, "a", "s2", true)]
    [InlineData(SpeakerRole.Tool, "crm", "s1", SpeakerRole.Document, "b", "s2", true)]
    [InlineData(SpeakerRole.Document, "a", "s1", SpeakerRole.Document, "b", "s1", false)]
    [InlineData(SpeakerRole.Document, "a", "s1", SpeakerRole.Document, "a", "s2", false)]
    [InlineData(SpeakerRole.Document, "A", "s1", SpeakerRole.Document, "a", "s2", false)]
    [InlineData(SpeakerRole.Assistant, "a", "s1", SpeakerRole.Document, "b", "s2", false)]
    [InlineData(SpeakerRole.Document, "a", "s1", SpeakerRole.Assistant, "b", "s2", false)]
    [InlineData(SpeakerRole.Assistant, "a", "s1", SpeakerRole.Assistant, "b", "s2", false)]
    public async Task Remember_TwoSources_AreBelievedWhenIndependent(
        SpeakerRole first, string speaker, string session, SpeakerRole second, string otherSpeaker, string otherSession, bool isBelieved)
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("The user lives in Oslo.", first, speaker, session);
        await sources.SayAsync("Alice lives in Oslo.", second, otherSpeaker, otherSession);

        (await sources.BelievedAsync()).ShouldBe(isBelieved ? ["Alice lives in Oslo"] : []);
        (await sources.HeldAsync()).ShouldBe(isBelieved ? [] : ["Alice lives in Oslo"]);
        if (isBelieved)
        {
            (await sources.Memory.GetPersonaAsync()).Attributes.Single().Evidence.Count.ShouldBe(2);
            (await sources.LedgerAsync()).ShouldContain(entry => entry.Operation == LedgerOperation.Release && entry.Evidence.Count == 2);
        }
    }

    [Fact]
    public async Task Remember_ACopyOfAnotherSource_BearsNothingOut()
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync(Long, SpeakerRole.Document, "a", "s1");
        await sources.SayAsync("Found this: " + Long, SpeakerRole.Tool, "search", "s2");
        (await sources.BelievedAsync()).ShouldBeEmpty();
        await sources.SayAsync("According to the letters and bills of these years, all is in order. The user lives in Oslo.", SpeakerRole.Tool, "registry", "s3");
        (await sources.BelievedAsync()).ShouldBe(["Alice lives in Oslo"]);
    }

    [Fact]
    public async Task Remember_MoreAreAskedFor_TwoAreNotEnough()
    {
        await using var sources = new Sources(configure: options => options.Trust.Corroboration = 3);
        await sources.SayAsync("Hello.");
        await sources.SayAsync("The user lives in Oslo.", SpeakerRole.Document, "a", "s1");
        await sources.SayAsync("The user lives in Oslo.", SpeakerRole.Document, "b", "s2");
        (await sources.BelievedAsync()).ShouldBeEmpty();
        await sources.SayAsync("The user lives in Oslo.", SpeakerRole.Document, "c", "s3");
        (await sources.BelievedAsync()).ShouldBe(["Alice lives in Oslo"]);
    }

    [Fact]
    public async Task Remember_ABelievedDocument_GivesWayToThePerson()
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("The user lives in Rome.", SpeakerRole.Document, "a", "s1");
        await sources.SayAsync("The user lives in Rome.", SpeakerRole.Document, "b", "s2");
        await sources.SayAsync("I live in Oslo.");
        (await sources.BelievedAsync()).ShouldBe(["Alice lives in Oslo"]);
    }

    [Fact]
    public void Has_AnyThreeOfManySources_AreFoundWhateverTheOrder()
    {
        HeldSource[] sources = [Source("a", "1"), Source("b", "1"), Source("a", "2"), Source("c", "2"), Source("a", "3")];
        Corroboration.Has(sources, 3).ShouldBeTrue();
        Corroboration.Has(sources, 4).ShouldBeFalse();
        Corroboration.Has([.. sources.Reverse()], 3).ShouldBeTrue();
        Corroboration.Has([Source("a", "1"), Source("a", "2"), Source("a", "3")], 2).ShouldBeFalse();
    }

    private static HeldSource Source(string speaker, string session) => new(speaker, SpeakerRole.Document, session, Wording.Of("short"));
}
