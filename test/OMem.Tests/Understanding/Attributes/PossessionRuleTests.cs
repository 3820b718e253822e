namespace OMem.Tests.Understanding.Attributes;

/// <summary>What people have.</summary>
public sealed class PossessionRuleTests
{
    private static readonly string[] Aspects = ["pet", "vehicle", "instrument", "business", "property", "possession"];

    [Theory]
    [InlineData("I have a tabby cat.", "pet:tabby cat", "Alice has a tabby cat")]
    [InlineData("I have a parrot called Kiwi.", "pet:parrot Kiwi", "Alice has a parrot called Kiwi")]
    [InlineData("I've got a motorbike.", "vehicle:motorbike", "Alice has a motorbike")]
    [InlineData("I own a bakery shop.", "business:bakery shop", "Alice has a bakery shop")]
    [InlineData("I opened a coffee shop.", "business:coffee shop", "Alice has a coffee shop")]
    [InlineData("I acquired a boat.", "vehicle:boat", "Alice has a boat")]
    [InlineData("I bought a guitar yesterday.", "instrument:guitar", "Alice has a guitar")]
    [InlineData("I adopted a kitten in April.", "pet:kitten", "Alice has a kitten")]
    [InlineData("We have a garden.", "property:garden", "Alice has a garden")]
    [InlineData("My dog is called Rex.", "pet:dog Rex", "Alice has a dog called Rex")]
    [InlineData("My bike is named Bolt.", "vehicle:bike Bolt", "Alice has a bike called Bolt")]
    public Task Read_Had_GivesKindAndThing(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I don't own a bike.", "-vehicle:bike", "Alice does not have a bike")]
    [InlineData("I no longer have a car.", "-vehicle:car", "Alice no longer has a car")]
    [InlineData("I don't have a car anymore.", "-vehicle:car", "Alice no longer has a car")]
    [InlineData("I have no car.", "-vehicle:car", "Alice does not have a car")]
    public Task Read_Denied_IsNegative(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I had a hamster.", "<pet:hamster", "Alice used to have a hamster")]
    [InlineData("I sold my boat.", "<vehicle:boat", "Alice used to have a boat")]
    [InlineData("I sold my old laptop.", "<possession:old laptop", "Alice used to have an old laptop")]
    [InlineData("I gave away my piano.", "<instrument:piano", "Alice used to have a piano")]
    [InlineData("My cat passed away.", "<pet:cat", "Alice used to have a cat")]
    [InlineData("My horse died.", "<pet:horse", "Alice used to have a horse")]
    public Task Read_GoneOrPast_IsEnded(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("My brother has a dog.", "pet:dog", "Alice's brother has a dog")]
    [InlineData("My aunt Ruth owns a motorbike.", "vehicle:motorbike", "Alice's aunt (Ruth) has a motorbike")]
    public Task Read_RelativesThing_IsTheirs(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I have two cats and a rabbit.", "pet:two cats", "pet:rabbit")]
    [InlineData("I have a dog, a cat and a horse.", "pet:dog", "pet:cat", "pet:horse")]
    public Task Read_List_GivesEach(string text, params string[] expected) => Statement.AllAsync(text, Aspects, expected);

    [Theory]
    [InlineData("I lost my keys.")]
    [InlineData("I have a question about dogs.")]
    [InlineData("I have no idea.")]
    [InlineData("I opened a tin.")]
    [InlineData("My car broke down.")]
    public Task Read_NoBelonging_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I want a dog.")]
    [InlineData("I will buy a house.")]
    [InlineData("I didn't buy a guitar.")]
    [InlineData("I wish I had a boat.")]
    [InlineData("I won't sell my boat.")]
    [InlineData("I haven't sold my boat.")]
    [InlineData("If I had a dog, I'd walk more.")]
    [InlineData("Do I have a dog?")]
    [InlineData("She has a dog.")]
    [InlineData("She said she has a dog.")]
    [InlineData("I might get a dog.")]
    public Task Read_NotHad_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I bought a guitar yesterday.", "instrument:guitar", "2023-05-09", "")]
    [InlineData("I adopted a kitten in April.", "pet:kitten", "2023-04-01", "")]
    [InlineData("I sold my boat last year.", "<vehicle:boat", "", "2022-01-01")]
    public Task Read_Dated_HoldsThen(string text, string expected, string from, string to) => Statement.ValidAsync(text, Aspects, expected, from, to);

    [Theory]
    [InlineData("I have a cat.")]
    public Task Read_Thing_LeavesRoomForOthers(string text) => Statement.ExclusiveAsync(text, Aspects, false);
}
