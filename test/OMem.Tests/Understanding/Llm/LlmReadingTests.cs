using static OMem.Tests.Understanding.Llm.ReaderFixture;

namespace OMem.Tests.Understanding.Llm;

/// <summary>What is taken over of an answer, and what is not.</summary>
public sealed class LlmReadingTests
{
    [Fact]
    public async Task Read_SeveralItemsOfAMessage_AllAreTaken()
    {
        using var fixture = new ReaderFixture(Answer(
            topics: new object[] { new { message = 1, label = "Moving House", words = "moved" }, new { message = 1, label = "jazz", words = "jazz" } },
            attributes: new object[]
            {
                new { message = 1, words = "I moved to Oslo", subject = "Alice", aspect = "home", value = "Oslo", text = "Alice lives in Oslo", polarity = "positive", tense = "present", from = "2024-04", when = "last month" },
                new { message = 1, words = "love jazz", subject = "Alice", aspect = "preference", value = "jazz", text = "Alice loves jazz" },
            },
            facts: new object[] { new { message = 1, words = "I moved to Oslo last month", subject = "Alice", text = "Alice moved to Oslo", tense = "past", from = "2024-04", when = "last month" } }));

        var read = (await fixture.ReadAsync(Say(1, "I moved to Oslo last month, and I still love jazz."))).ShouldHaveSingleItem();

        read.Topics.Select(topic => topic.Label).ShouldBe(["moving house", "jazz"]);
        read.Topics[0].Weight.ShouldBeGreaterThan(read.Topics[1].Weight);
        var home = read.Attributes[0];
        home.Aspect.ShouldBe("home");
        home.Exclusive.ShouldBeTrue();
        home.Valid.ShouldBe(new TimeRange(new DateTimeOffset(2024, 4, 1, 0, 0, 0, Start.Offset), null));
        home.Evidence.ShouldBe(new Evidence(1, "m1", 0, 15));
        read.Attributes[1].Exclusive.ShouldBeFalse();
        read.Facts.ShouldHaveSingleItem().When.ShouldBe(
            new TimeRange(new DateTimeOffset(2024, 4, 1, 0, 0, 0, Start.Offset), new DateTimeOffset(2024, 5, 1, 0, 0, 0, Start.Offset)));
        fixture.Dropped.ShouldBe(0);
    }

    [Fact]
    public async Task Read_SmallTalk_GivesNothingAndOneCall()
    {
        using var fixture = new ReaderFixture(Answer());

        var read = await fixture.ReadAsync(Say(1, "Hi!"), Say(2, "Hello, how are you?"));

        read.Count.ShouldBe(2);
        read.ShouldAllBe(understanding => understanding.Topics.Count + understanding.Attributes.Count + understanding.Facts.Count == 0);
        fixture.Caller.Usage.Read(Scope).ShouldHaveSingleItem().Calls.ShouldBe(1);
    }

    [Theory]
    [InlineData("I love jazz", "I love jazz", 0, 11)]
    [InlineData("Well... I LOVE  jazz!", "i love jazz", 8, 12)]
    [InlineData("I love \u201Cjazz\u201D, truly", "love \"jazz\"", 2, 10)]
    public async Task Read_QuotedWords_AreFoundTolerantly(string text, string words, int start, int length)
    {
        using var fixture = new ReaderFixture(Preference(words, "jazz"));

        var attribute = (await fixture.ReadAsync(Say(1, text)))[0].Attributes.ShouldHaveSingleItem();

        attribute.Evidence.ShouldBe(new Evidence(1, "m1", start, length));
    }

    [Fact]
    public async Task Read_WordsOfAnotherMessage_AreDropped()
    {
        using var fixture = new ReaderFixture(Preference("I love jazz", "jazz"));

        var read = await fixture.ReadAsync(Say(1, "Good morning, lovely jazz"), Say(2, "I love jazz"));

        read.ShouldAllBe(understanding => understanding.Attributes.Count == 0);
        fixture.Dropped.ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public async Task Read_MessageThatIsNotThere_IsDropped(int message)
    {
        using var fixture = new ReaderFixture(Answer(attributes: new object[] { new { message, words = "I love jazz", subject = "Alice", aspect = "preference", value = "jazz" } }));

        (await fixture.ReadAsync(Say(1, "I love jazz"), Say(2, "I love jazz"))).ShouldAllBe(understanding => understanding.Attributes.Count == 0);
        fixture.Dropped.ShouldBe(1);
    }

    [Theory]
    [InlineData("aspect", "shoe size")]
    [InlineData("aspect", "favourite ")]
    [InlineData("polarity", "maybe")]
    [InlineData("tense", "someday")]
    [InlineData("subject", "Bob")]
    [InlineData("subject", "nobody")]
    [InlineData("subject", "Alice's sister")]
    [InlineData("value", "")]
    [InlineData("value", "polka")]
    [InlineData("words", "")]
    public async Task Read_FieldThatDoesNotHold_DropsTheItem(string field, string value)
    {
        var item = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["message"] = 1,
            ["words"] = "I love jazz",
            ["subject"] = "Alice",
            ["aspect"] = "preference",
            ["value"] = "jazz",
            ["text"] = "Alice loves jazz",
            ["polarity"] = "positive",
            ["tense"] = "present",
            [field] = value,
        };
        using var fixture = new ReaderFixture(Answer(attributes: new object[] { item }));

        (await fixture.ReadAsync(Say(1, "I love jazz")))[0].Attributes.ShouldBeEmpty();

        fixture.Dropped.ShouldBe(1);
    }

    [Fact]
    public async Task Read_OneMisshapenItem_LosesOnlyThat()
    {
        using var fixture = new ReaderFixture(
            """{"topics":[{"message":"1","label":"jazz","words":"jazz"},{"message":{"n":1},"label":"x"},7,null],"attributes":"none","facts":[{"message":1,"words":"I played jazz","subject":"Alice","text":"Alice played jazz","tense":["past"]},{"message":1,"words":"I played jazz","text":"Alice played jazz"}]}""");

        var read = (await fixture.ReadAsync(Say(1, "I played jazz")))[0];

        read.Topics.ShouldHaveSingleItem().Label.ShouldBe("jazz");
        read.Facts.ShouldHaveSingleItem().Subject.ShouldBe("Alice");
        fixture.Dropped.ShouldBe(4);
    }

    [Fact]
    public async Task Read_AssistantOrToolSpeaks_TakesNothingOfAPersonFromTheModel()
    {
        using var fixture = new ReaderFixture(Answer(
            topics: new object[] { new { message = 1, label = "jazz", words = "jazz" } },
            attributes: new object[] { new { message = 1, words = "Alice, jazz is great", subject = "Alice", aspect = "preference", value = "jazz" } }));

        var read = (await fixture.ReadAsync(Say(1, "Alice, jazz is great", "Helper", SpeakerRole.Assistant)))[0];

        read.Topics.ShouldHaveSingleItem();
        read.Attributes.ShouldBeEmpty();
        fixture.Dropped.ShouldBe(1);
    }

    [Theory]
    [InlineData("my sister Anna", "Alice's sister (Anna)")]
    [InlineData("Alice's sister", "Alice's sister")]
    [InlineData("Alice's sister (Anna)", "Alice's sister (Anna)")]
    [InlineData("Anna", "Anna")]
    [InlineData("alice", "Alice")]
    [InlineData("the user", "Alice")]
    [InlineData("I", "Alice")]
    public async Task Read_Subject_IsSpelledAsTheRestOfMemoryDoes(string given, string expected)
    {
        using var fixture = new ReaderFixture(Answer(attributes: new object[] { new { message = 1, words = "my sister Anna is a nurse", subject = given, aspect = "job", value = "a nurse", text = "She is a nurse" } }));

        (await fixture.ReadAsync(Say(1, "You know, my sister Anna is a nurse")))[0].Attributes.ShouldHaveSingleItem().Subject.ShouldBe(expected);
    }

    [Fact]
    public async Task Read_PronounForSomebodyNamedJustBefore_IsTaken()
    {
        using var fixture = new ReaderFixture(Answer(attributes: new object[] { new { message = 2, words = "She's a nurse", subject = "Anna", aspect = "job", value = "nurse", text = "Anna is a nurse" } }));

        var read = await fixture.ReadAsync(Say(1, "Anna called today"), Say(2, "She's a nurse now"));

        read[1].Attributes.ShouldHaveSingleItem().Subject.ShouldBe("Anna");
    }

    [Fact]
    public async Task Read_ShortAnswerToAQuestion_MayTakeItsWords()
    {
        using var fixture = new ReaderFixture(Answer(attributes: new object[] { new { message = 2, words = "Yes, I do", subject = "Alice", aspect = "preference", value = "jazz", text = "Alice likes jazz" } }));

        var read = await fixture.ReadAsync(Say(1, "Do you like jazz?", "Bob"), Say(2, "Yes, I do"));

        read[1].Attributes.ShouldHaveSingleItem().Value.ShouldBe("jazz");
    }

    [Fact]
    public async Task Read_QuitWithoutAName_EndsWhateverIsCurrent()
    {
        using var fixture = new ReaderFixture(Answer(attributes: new object[]
        {
            new { message = 1, words = "I quit my job", subject = "Alice", aspect = "job", value = "*", text = "Alice quit her job", tense = "ended" },
            new { message = 1, words = "I quit my job", subject = "Alice", aspect = "job", value = "*", text = "Alice has a job", tense = "present" },
        }));

        var attribute = (await fixture.ReadAsync(Say(1, "I quit my job")))[0].Attributes.ShouldHaveSingleItem();

        attribute.Value.ShouldBe("*");
        attribute.Tense.ShouldBe(Tense.Ended);
        fixture.Dropped.ShouldBe(1);
    }

    [Fact]
    public async Task Read_DomainOfTheHost_DecidesAspectsValidatorsAndPrompt()
    {
        var domain = new MemoryDomain("trading", "3")
        {
            Aspects = [new("risk", "how much risk they take", Exclusive: true)],
            Prompts = new Dictionary<string, string>(StringComparer.Ordinal) { ["read"] = "Read trades.\n{{aspects}}" },
            Validators = [candidate => candidate.Value is "infinite risk" ? "no such risk" : null],
        };
        var client = new OMem.Tests.Models.ScriptedChatClient(_ => Answer(attributes: new object[]
        {
            new { message = 1, words = "low risk", subject = "Alice", aspect = "risk", value = "low risk" },
            new { message = 1, words = "infinite risk", subject = "Alice", aspect = "risk", value = "infinite risk" },
            new { message = 1, words = "low risk", subject = "Alice", aspect = "preference", value = "low risk" },
        }));
        using var fixture = new ReaderFixture(client, domain);

        var read = (await fixture.ReadAsync(Say(1, "I take low risk, never infinite risk")))[0];

        read.Attributes.ShouldHaveSingleItem().Exclusive.ShouldBeTrue();
        fixture.Dropped.ShouldBe(2);
        client.Calls[0].Prompt.ShouldContain("risk: how much risk they take");
        fixture.Reader.Identity.ToString().ShouldMatch("^llm@scripted/read\\.own\\.[0-9a-f]{8}/trading\\.3$");
    }

    [Fact]
    public void Identity_ShippedPrompt_NamesModelPromptAndDomain()
    {
        using var fixture = new ReaderFixture(Answer());

        fixture.Reader.Identity.ToString().ShouldMatch("^llm@scripted/read\\.v2\\.[0-9a-f]{8}/personal\\.1$");
    }

    [Fact]
    public async Task Read_RepeatedItem_IsTakenOnce()
    {
        var item = new { message = 1, words = "I love jazz", subject = "Alice", aspect = "preference", value = "jazz" };
        using var fixture = new ReaderFixture(Answer(attributes: new object[] { item, item, item }));

        (await fixture.ReadAsync(Say(1, "I love jazz")))[0].Attributes.ShouldHaveSingleItem();
    }

    private static string Preference(string words, string value) =>
        Answer(attributes: new object[] { new { message = 1, words, subject = "Alice", aspect = "preference", value, text = $"Alice loves {value}" } });
}
