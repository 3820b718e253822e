namespace OMem.Tests.Understanding.Attributes;

/// <summary>People somebody has.</summary>
public sealed class RelationRuleTests
{
    private static readonly string[] Aspects = ["relation"];

    [Theory]
    [InlineData("I have a sister.", "relation:sister", "Alice has a sister")]
    [InlineData("I have an aunt.", "relation:aunt", "Alice has an aunt")]
    [InlineData("I have an older brother named Piet.", "relation:older brother Piet", "Alice has an older brother called Piet")]
    [InlineData("I have a best friend called Sol.", "relation:best friend Sol", "Alice has a best friend called Sol")]
    [InlineData("I have three sisters.", "relation:three sisters", "Alice has three sisters")]
    [InlineData("I have two older brothers.", "relation:two older brothers", "Alice has two older brothers")]
    [InlineData("My husband Karl cooks.", "relation:husband Karl", "Alice has a husband called Karl")]
    [InlineData("My brother's name is Luis.", "relation:brother Luis", "Alice has a brother called Luis")]
    [InlineData("Karl is my husband.", "relation:husband Karl", "Alice has a husband called Karl")]
    [InlineData("My boss is kind.", "relation:boss", "Alice has a boss")]
    [InlineData("My cousin Mia came over.", "relation:cousin Mia", "Alice has a cousin called Mia")]
    [InlineData("Our daughter Lena is two.", "relation:daughter Lena", "Alice has a daughter called Lena")]
    [InlineData("She met my uncle Bert.", "relation:uncle Bert", "Alice has an uncle called Bert")]
    public Task Read_Had_GivesThePerson(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I don't have any siblings.", "-relation:siblings", "Alice does not have any siblings")]
    [InlineData("I have no children.", "-relation:children", "Alice does not have any children")]
    [InlineData("I don't have a boyfriend.", "-relation:boyfriend", "Alice does not have any boyfriend")]
    public Task Read_Denied_IsNegative(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I have a husband and two sons.", "relation:husband", "relation:two sons")]
    public Task Read_List_GivesEach(string text, params string[] expected) => Statement.AllAsync(text, Aspects, expected);

    [Theory]
    [InlineData("My friends are here.")]
    [InlineData("My friend is here.")]
    [InlineData("Our teacher is strict.")]
    [InlineData("My own family is small.")]
    [InlineData("I have a question.")]
    public Task Read_NobodyInParticular_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("She has a sister.")]
    [InlineData("He likes his brother Tom.")]
    [InlineData("If I had a sister, she'd be tall.")]
    [InlineData("Do I have a sister?")]
    [InlineData("Your cousin Mia came over.")]
    [InlineData("Good night, said my aunt Ruth.")]
    public Task Read_NotTheSpeakersOwn_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I have a sister.")]
    public Task Read_Relation_LeavesRoomForOthers(string text) => Statement.ExclusiveAsync(text, Aspects, false);
}
