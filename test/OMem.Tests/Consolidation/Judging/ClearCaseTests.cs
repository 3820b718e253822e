namespace OMem.Tests.Consolidation.Judging;

/// <summary>Clear cases cost no call, and are decided as without a model.</summary>
public sealed class ClearCaseTests
{
    [Theory]
    [InlineData("preference: jazz", "preference: jazz")]
    [InlineData("preference: jazz", "preference: jazz music")]
    [InlineData("preference: jazz", "-preference: jazz")]
    [InlineData("preference: jazz", "~preference: jazz")]
    [InlineData("preference: jazz", "preference: tennis")]
    [InlineData("!home: Oslo", "!home: Bergen")]
    [InlineData("!job: nurse", "~job: *")]
    [InlineData("pet: dog", "pet: dog Rex")]
    [InlineData("fact: Alice ran the harbour race", "fact: Alice ran the harbour race")]
    [InlineData("plan: Alice runs the harbour race", "fact: Alice ran the harbour race")]
    [InlineData("fact: Alice ran the harbour race", "fact: Alice baked bread")]
    public async Task ClearCase_AsksNoModelAndFollowsTheRule(string first, string second)
    {
        foreach (var batch in new[] { 1, 2 })
        {
            using var judge = new JudgeFixture(_ => throw new InvalidOperationException("asked"));
            var judged = await judge.RunAsync(new Chat().SayAll(first, second), batch);
            var byRule = await new Chat().SayAll(first, second).UnderstandAsync(batch, reader: StatementReader.Create());

            judge.Client.Calls.ShouldBeEmpty();
            judged.Dump().ShouldBe(byRule.Dump());
        }
    }

    [Fact]
    public async Task RelatedValueOfAnotherAspect_IsAskedAbout()
    {
        using var judge = JudgeFixture.Always("ignore");
        var book = await judge.RunAsync(new Chat().SayAll("habit: pottery class | Alice goes to a pottery class", "activity: pottery | Alice does pottery"));

        judge.Asked.ShouldHaveSingleItem().Known.ShouldHaveSingleItem().Kind.ShouldBe("habit");
        book.Items.ShouldHaveSingleItem().Evidence.Count.ShouldBe(2);
    }

    [Fact]
    public async Task RelatedValueOfAnotherPerson_IsNot()
    {
        using var judge = JudgeFixture.Always("ignore");
        var book = await judge.RunAsync(new Chat().Say("habit: pottery class").Say("habit: pottery evening", speaker: "Bob"));

        judge.Client.Calls.ShouldBeEmpty();
        book.Items.Count().ShouldBe(2);
    }

    [Fact]
    public async Task PlannedValue_IsNeverComparedWithWhatIs()
    {
        using var judge = JudgeFixture.Always("update");
        var book = await judge.RunAsync(new Chat().SayAll("!home: New York", "+!home: New Haven"));

        judge.Client.Calls.ShouldBeEmpty();
        book.Values("home").ShouldBe(["New York"]);
        book.Values("planned home").ShouldBe(["New Haven"]);
    }
}
