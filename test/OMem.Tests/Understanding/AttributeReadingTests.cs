namespace OMem.Tests.Understanding;

/// <summary>What single sentences say about their speaker.</summary>
public sealed class AttributeReadingTests
{
    [Theory]
    [InlineData("I love jazz, blues and rock.", "preference:jazz", "preference:blues", "preference:rock")]
    [InlineData("I enjoy reading and exploring nature", "preference:reading", "preference:exploring nature")]
    [InlineData("I love books about love and death.", "preference:books about love and death")]
    [InlineData("I can't stand techno.", "-preference:techno")]
    [InlineData("I'm not a fan of horror movies.", "-preference:horror movies")]
    [InlineData("i dont like olives", "-preference:olives")]
    [InlineData("I prefer tea over coffee.", "preference:tea")]
    [InlineData("I will always love reading.", "preference:reading")]
    [InlineData("Coconut ice cream is one of my favorites.", "preference:coconut ice cream")]
    [InlineData("My favorite colour is green.", "favourite colour:green")]
    [InlineData("I used to hate olives.", "<-preference:olives")]
    public async Task Read_Preference_GivesValueAndPolarity(string text, params string[] expected) => (await Reading.AttributesAsync(text)).ShouldBe(expected);

    [Theory]
    [InlineData("I live in Oslo.", "home:Oslo")]
    [InlineData("I used to live in London, but now I live in Oslo.", "<home:London", "home:Oslo")]
    [InlineData("I no longer live in Berlin.", "<home:Berlin")]
    [InlineData("I'm moving to Lisbon in May.", ">home:Lisbon")]
    [InlineData("We moved to a small town near Rome.", "home:a small town near Rome")]
    [InlineData("I live with my parents.", "household:my parents")]
    [InlineData("I'm from Sweden originally.", "origin:Sweden")]
    [InlineData("I grew up in Lagos.", "childhood home:Lagos")]
    [InlineData("I almost moved to Berlin.")]
    [InlineData("I live in fear.")]
    [InlineData("I could live in Tokyo.")]
    public async Task Read_Home_GivesPlaceAndTense(string text, params string[] expected) => (await Reading.AttributesAsync(text)).ShouldBe(expected);

    [Theory]
    [InlineData("I am a nurse.", "job:a nurse")]
    [InlineData("I'm a nurse at St Mary's hospital.", "job:a nurse", "employer:St Mary's hospital")]
    [InlineData("I work for Siemens as an engineer.", "job:an engineer", "employer:Siemens")]
    [InlineData("I just got promoted to team lead!", "job:team lead")]
    [InlineData("I used to work at Nokia.", "<employer:Nokia")]
    [InlineData("I quit my job.", "<employer:*", "<job:*")]
    [InlineData("I got hired as a florist.", "job:a florist")]
    [InlineData("I retired last year.", "employment:retired")]
    [InlineData("I had to work for hours.")]
    public async Task Read_Work_GivesJobAndEmployer(string text, params string[] expected) => (await Reading.AttributesAsync(text)).ShouldBe(expected);

    [Theory]
    [InlineData("I'm vegan.", "diet:vegan")]
    [InlineData("I'm not vegan anymore.", "-diet:vegan")]
    [InlineData("I'm married with two children.", "family status:married")]
    [InlineData("We got engaged last weekend!", "family status:engaged")]
    [InlineData("I'm Swedish.", "nationality:Swedish")]
    [InlineData("I'm a morning person.", "role:a morning person")]
    [InlineData("I'm 34 years old.", "age:34")]
    [InlineData("My name is Maria Lopez.", "name:Maria Lopez")]
    [InlineData("My birthday is on 3 May.", "birthday:3 May")]
    [InlineData("I'm allergic to nuts and shellfish.", "allergy:nuts", "allergy:shellfish")]
    [InlineData("I was diagnosed with asthma.", "health:asthma")]
    [InlineData("I broke my leg skiing.", "health:broke leg")]
    [InlineData("I'm tired.")]
    [InlineData("I am so happy for you!")]
    [InlineData("I'm such a mess.")]
    public async Task Read_State_LeavesMoodsOut(string text, params string[] expected) => (await Reading.AttributesAsync(text)).ShouldBe(expected);

    [Theory]
    [InlineData("I have two kids and a dog named Rex.", "relation:two kids", "pet:dog Rex")]
    [InlineData("I have no brothers.", "-relation:brothers")]
    [InlineData("My mom's name is Carol.", "relation:mom Carol")]
    [InlineData("Have you met my sister Anna?", "relation:sister Anna")]
    [InlineData("Anna is my sister.", "relation:sister Anna")]
    [InlineData("I sold my car.", "<vehicle:car")]
    [InlineData("My dog died last month.", "<pet:dog")]
    [InlineData("I don't have a car.", "-vehicle:car")]
    [InlineData("I have a question.")]
    public async Task Read_PeopleAndThings_GivesWhatIsHad(string text, params string[] expected) => (await Reading.AttributesAsync(text)).ShouldBe(expected);

    [Theory]
    [InlineData("I run every morning.", "habit:run")]
    [InlineData("I never drink alcohol.", "-habit:drink alcohol")]
    [InlineData("I don't eat meat.", "-habit:eat meat")]
    [InlineData("I won't eat pork.", "-habit:eat pork")]
    [InlineData("I quit smoking last year.", "-habit:smoke")]
    [InlineData("I had to stop jogging.", "-habit:jog")]
    [InlineData("I want to learn Italian.", ">goal:learn Italian")]
    [InlineData("I'd love to visit Japan.", ">goal:visit Japan")]
    [InlineData("My dream is to write a novel.", ">goal:write a novel")]
    [InlineData("I speak Spanish and French.", "language:Spanish", "language:French")]
    [InlineData("I can play the piano.", "skill:play the piano")]
    [InlineData("I'm learning Japanese.", "learning:Japanese")]
    [InlineData("I'm reading \"Dune\" by Frank Herbert.", "activity:read Dune by Frank Herbert")]
    [InlineData("I want to thank you.")]
    [InlineData("I'd love to, but I can't.")]
    public async Task Read_HabitsAndGoals_GivesActions(string text, params string[] expected) => (await Reading.AttributesAsync(text)).ShouldBe(expected);

    [Theory]
    [InlineData("Do I like sushi?")]
    [InlineData("do you live in Oslo")]
    [InlineData("Would I live in Rome?")]
    [InlineData("If I lived in Paris, I would be happy.")]
    [InlineData("I wish I had a dog.")]
    [InlineData("What if I became a pilot?")]
    [InlineData("Imagine I was a pilot.")]
    [InlineData("Tom said he likes jazz.")]
    [InlineData("She told me I am a doctor.")]
    [InlineData("She told me that I am a doctor.")]
    [InlineData("According to Tom, I'm a doctor.")]
    [InlineData("Tom thinks that I love golf.")]
    [InlineData("I don't think I like golf.")]
    [InlineData("\"I live in Rome,\" she said.")]
    [InlineData("> I live in Rome")]
    [InlineData("```\nI live in Rome.\n```")]
    [InlineData("Run `I live in Rome` in the shell.")]
    [InlineData("You live in Rome.")]
    [InlineData("I love you!")]
    [InlineData("I love that idea.")]
    [InlineData("I love how calm it is.")]
    [InlineData("Hey, good to see you!")]
    public async Task Read_NotTheSpeakersOwnClaim_GivesNothing(string text) => (await Reading.AttributesAsync(text)).ShouldBeEmpty();

    [Theory]
    [InlineData("My sister Anna loves jazz.", "Alice's sister (Anna)", "Alice's sister (Anna) loves jazz")]
    [InlineData("My wife works as a teacher.", "Alice's wife", "Alice's wife is a teacher")]
    [InlineData("My sister, Anna, works at Ikea.", "Alice's sister (Anna)", "Alice's sister (Anna) works at Ikea")]
    public async Task Read_Relative_IsTheSubject(string text, string subject, string expected) =>
        (await Reading.ReadAsync(text)).Attributes.Single(attribute => attribute.Subject == subject).Text.ShouldBe(expected);

    [Fact]
    public async Task Read_DaughtersBirthday_IsNotTheSpeakersNorIsHerNamePossessive()
    {
        var read = await Reading.ReadAsync("My daughter Sara's birthday is on 3 May.");

        read.Attributes.ShouldHaveSingleItem().Value.ShouldBe("daughter Sara");
    }

    [Theory]
    [InlineData("I think I'm allergic to cats.", "I'm allergic to cats.")]
    [InlineData("Maybe I kind of like jazz.", "I like jazz.")]
    public async Task Read_Hedged_IsLessSure(string hedged, string plain)
    {
        var unsure = (await Reading.ReadAsync(hedged)).Attributes.Single().Confidence;

        unsure.ShouldBeLessThan((await Reading.ReadAsync(plain)).Attributes.Single().Confidence);
    }

    [Fact]
    public async Task Read_AfterFillersAndLinks_SpanIsTheClause()
    {
        const string Text = "Thanks! Well, I love jazz, but I don't like techno.";
        var read = await Reading.ReadAsync(Text);

        read.Attributes.Select(attribute => Text.Substring(attribute.Evidence.Start, attribute.Evidence.Length))
            .ShouldBe(["Well, I love jazz", "but I don't like techno"]);
    }

    [Theory]
    [InlineData(SpeakerRole.Assistant)]
    [InlineData(SpeakerRole.Tool)]
    [InlineData(SpeakerRole.System)]
    public async Task Read_NotAPerson_GivesTopicsOnly(SpeakerRole role)
    {
        var read = await Reading.ReadAsync("I live in Rome and I went to the pottery class yesterday.", role);

        read.Attributes.ShouldBeEmpty();
        read.Facts.ShouldBeEmpty();
        read.Topics.ShouldNotBeEmpty();
    }
}
