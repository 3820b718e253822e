namespace Sentinel.Memory.Tests.Journal;

public sealed class ReflectionTests
{
    [Theory]
    [InlineData("", "words")]
    [InlineData("dec-unknown", "words")]
    [InlineData("known", "")]
    public async Task Record_ReflectionThatBreaksARule_IsRefused(string cites, string text)
    {
        await using var memory = Worlds.Patterned(3);
        var known = Worlds.Decide(1).Id;

        Should.Throw<JournalException>(() => memory.Record(
            Make.At(4), new Reflection("ref-1", text, cites.Length is 0 ? [] : [cites is "known" ? known : cites], known, "rules@1")));
        memory.Journal.Find("ref-1").ShouldBeNull();
    }

    [Fact]
    public async Task Record_ReflectionThatCites_StandsInTheExplanation()
    {
        await using var memory = Worlds.Patterned(30);
        var decision = Worlds.Decide(6);
        memory.Record(Make.At(31), new Reflection("ref-1", "It stopped out twice in this regime.", [decision.Id], decision.Id, "rules@1"));

        var before = await memory.Toolkit.WhyAsync(Make.At(30), decision.Id);
        var after = await memory.Toolkit.WhyAsync(Make.At(31), decision.Id);

        before.Items.Single().Reflections.ShouldBeEmpty();
        after.Items.Single().Reflections.ShouldHaveSingleItem();
        after.Items.Single().Outcomes.Count.ShouldBe(3);
        after.Items.Single().Decision.ShouldNotBeNull().Id.ShouldBe(decision.Id);
        (await memory.Toolkit.WhyAsync(Make.At(5), decision.Id)).NoneFound.ShouldBe(NoneFound.NoData);
    }
}
