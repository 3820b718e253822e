namespace OMem.Tests.Consolidation.Judging;

/// <summary>Who decides about ordinary statements, by words alone: the rule where it is sure, the model where something near may bear on it.</summary>
public sealed class JudgeRoutingTests
{
    private const string Rule = "rule";
    private const string Model = "model";

    // Said again.
    [Theory]
    [InlineData("preference: board games", "preference: board games", Rule)]
    [InlineData("habit: plays board games with friends", "habit: board games with friends", Model)]
    [InlineData("fact: Alice planted tomatoes on the balcony", "fact: Alice planted tomatoes on her balcony", Rule)]
    [InlineData("preference: board games with friends", "preference: playing board games", Model)]
    [InlineData("fact: Alice finished her thesis on river birds", "fact: Alice handed in the thesis about river birds", Model)]
    [InlineData("fact: Alice met her cousin Ivo for dinner", "fact: Alice had dinner with Ivo, her cousin", Model)]

    // Said to be otherwise.
    [InlineData("preference: opera", "-preference: opera", Rule)]
    [InlineData("!home: Oslo", "!home: Bergen", Rule)]
    [InlineData("habit: smoking", "~habit: smoking", Rule)]
    [InlineData("plan: Alice runs the harbour race", "fact: Alice ran the harbour race", Rule)]
    [InlineData("habit: coffee every morning | Alice drinks coffee every morning", "habit: gave up coffee | Alice gave up coffee", Model)]
    [InlineData("plan: Alice flies to Lisbon in May", "fact: The Lisbon trip of Alice is cancelled", Model)]
    [InlineData("plan: Alice marries Ivo in June", "fact: Alice and Ivo have split up", Model)]
    [InlineData("plan: Alice runs the harbour race", "fact: Alice pulled out of the race with a bad knee", Model)]
    [InlineData("fact: Alice bought a blue bicycle", "fact: Alice returned the bicycle to the shop", Model)]
    [InlineData("fact: Alice lost her passport", "fact: Alice found the missing passport under the sofa", Model)]
    [InlineData("habit: gym three times a week", "~habit: the gym in town", Model)]

    // Something else.
    [InlineData("preference: jazz", "preference: hiking", Rule)]
    [InlineData("fact: Alice bought a second-hand piano", "fact: Alice bought a lamp at the market", Rule)]
    [InlineData("fact: Alice visited Lisbon with Ivo", "fact: Alice visited Vienna with Tom", Rule)]
    [InlineData("fact: Alice broke her wrist while skating", "fact: Alice watched a film about Mars", Rule)]
    [InlineData("habit: cycles to work", "habit: swims on Sundays", Rule)]
    public async Task Statement_AfterAnother_IsDecidedBy(string first, string second, string by)
    {
        foreach (var batch in new[] { 1, 2 })
        {
            using var judge = JudgeFixture.Always("add");
            await judge.RunAsync(new Chat().SayAll(first, second), batch);

            judge.Client.Calls.Count.ShouldBe(by is Model ? 1 : 0);
        }
    }

    [Theory]
    [InlineData("plan: Alice flies to Lisbon in May", "fact: The Lisbon trip of Alice is cancelled")]
    [InlineData("fact: Alice lost her passport", "fact: Alice found the missing passport under the sofa")]
    [InlineData("habit: coffee every morning | Alice drinks coffee every morning", "habit: gave up coffee | Alice gave up coffee")]
    public async Task ChangeWithFewSharedWords_JudgedToBeOne_TakesThePlaceOfTheOld(string first, string second)
    {
        using var judge = JudgeFixture.Always("update");
        var book = await judge.RunAsync(new Chat().SayAll(first, second), 2);

        book.Current.ShouldHaveSingleItem().Evidence.ShouldHaveSingleItem().Sequence.ShouldBe(2);
        book.Items.Count().ShouldBe(2);
        LedgerRules.Check(book);
    }

    [Fact]
    public async Task WordsSaidAgainInAnyNumber_MakeOneItemAndNoCall()
    {
        using var judge = new JudgeFixture(_ => throw new InvalidOperationException("asked"));
        var book = await judge.RunAsync(new Chat().SayAll([.. Enumerable.Repeat("preference: board games\nfact: Alice planted tomatoes on the balcony", 12)]), 5);

        book.Items.Count().ShouldBe(2);
        book.Items.ShouldAllBe(item => item.Evidence.Count == 12);
    }
}
