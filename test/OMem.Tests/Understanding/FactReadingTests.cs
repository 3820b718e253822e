namespace OMem.Tests.Understanding;

/// <summary>What single sentences say has happened, or will.</summary>
public sealed class FactReadingTests
{
    [Theory]
    [InlineData("I ran a half marathon with my sister last Saturday.", "Alice ran a half marathon with their sister", "2023-05-06", "2023-05-07")]
    [InlineData("We went to the beach yesterday.", "Alice and others went to the beach", "2023-05-09", "2023-05-10")]
    [InlineData("In 2019 I traveled to Japan.", "Alice traveled to Japan", "2019-01-01", "2020-01-01")]
    [InlineData("I'll visit my parents on Friday.", "Alice will visit their parents", "2023-05-12", "2023-05-13")]
    [InlineData("I have a gaming tournament next month.", "Alice has a gaming tournament", "2023-06-01", "2023-07-01")]
    [InlineData("Dyed my hair yesterday - come see!", "Alice dyed their hair", "2023-05-09", "2023-05-10")]
    [InlineData("My son got into an accident yesterday.", "Alice's son got into an accident", "2023-05-09", "2023-05-10")]
    [InlineData("I was in Berlin yesterday.", "Alice was in Berlin", "2023-05-09", "2023-05-10")]
    public async Task Read_DatedEvent_ResolvesItsTime(string text, string expected, string from, string to)
    {
        var fact = (await Reading.ReadAsync(text)).Facts.ShouldHaveSingleItem();

        fact.Text.ShouldBe(expected);
        fact.When.ShouldNotBeNull();
        fact.When.From!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(from);
        fact.When.To!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(to);
    }

    [Theory]
    [InlineData("I've never been to Spain.", "Alice has never been to Spain", Polarity.Negative, Tense.Present)]
    [InlineData("I didn't go to the party.", "Alice did not go to the party", Polarity.Negative, Tense.Present)]
    [InlineData("I'm going to run a marathon.", "Alice is going to run a marathon", Polarity.Positive, Tense.Future)]
    [InlineData("I had to sell my guitar.", "Alice had to sell their guitar", Polarity.Positive, Tense.Present)]
    [InlineData("My friend Tom and I went hiking.", "Alice and their friend Tom went hiking", Polarity.Positive, Tense.Present)]
    [InlineData("We watched 'The Two Towers'.", "Alice and others watched The Two Towers", Polarity.Positive, Tense.Present)]
    public async Task Read_Event_TurnsToTheThirdPerson(string text, string expected, Polarity polarity, Tense tense)
    {
        var fact = (await Reading.ReadAsync(text)).Facts.ShouldHaveSingleItem();

        fact.Text.ShouldBe(expected);
        fact.Polarity.ShouldBe(polarity);
        fact.Tense.ShouldBe(tense);
    }

    [Fact]
    public async Task Read_SecondVerbWithoutSubject_SharesSubjectAndTime()
    {
        var facts = (await Reading.ReadAsync("I went to the lake yesterday and had a picnic.")).Facts;

        facts.Select(fact => fact.Text).ShouldBe(["Alice went to the lake", "Alice had a picnic"]);
        facts[1].When.ShouldBe(facts[0].When);
    }

    [Theory]
    [InlineData("Did I go to the party?")]
    [InlineData("If I went to Rome, I would eat pasta.")]
    [InlineData("I wish I went to Rome.")]
    [InlineData("Tom said I went to Rome.")]
    [InlineData("You went to Rome.")]
    [InlineData("I loved it!")]
    [InlineData("I was so happy.")]
    [InlineData("I got this for you.")]
    [InlineData("I thought about it yesterday.")]
    [InlineData("I almost went to Rome.")]
    public async Task Read_NoEventOfTheSpeaker_GivesNothing(string text) => (await Reading.ReadAsync(text)).Facts.ShouldBeEmpty();
}
