using OMem.Understanding.Grammar;

namespace OMem.Tests.Understanding.Grammar;

/// <summary>Whom a clause is about.</summary>
public sealed class SubjectReaderTests
{
    [Theory]
    [InlineData("I sing", nameof(SubjectKind.Speaker), 1)]
    [InlineData("We sing", nameof(SubjectKind.Group), 1)]
    [InlineData("We both sing", nameof(SubjectKind.Group), 2)]
    [InlineData("My wife and I sing", nameof(SubjectKind.Group), 4)]
    [InlineData("My wife sings", nameof(SubjectKind.Relative), 2)]
    [InlineData("My little sister sings", nameof(SubjectKind.Relative), 3)]
    [InlineData("My bike broke", nameof(SubjectKind.Thing), 2)]
    [InlineData("My old red bike is broken", nameof(SubjectKind.Thing), 4)]
    [InlineData("My wife and Tom sing", nameof(SubjectKind.Other), 2)]
    [InlineData("My is", nameof(SubjectKind.Other), 1)]
    [InlineData("She sings", nameof(SubjectKind.Other), 1)]
    [InlineData("Everyone sings", nameof(SubjectKind.Other), 1)]
    public void Read_Words_GivesKindAndEnd(string text, string kind, int next)
    {
        var subject = SubjectReader.Read(Clauses.Sentence(text), 0).ShouldNotBeNull();

        subject.Kind.ToString().ShouldBe(kind);
        subject.Next.ShouldBe(next);
    }

    [Theory]
    [InlineData("Tom sings")]
    [InlineData("The choir sings")]
    [InlineData("sing")]
    public void Read_NoSubjectWeKnow_GivesNone(string text) => SubjectReader.Read(Clauses.Sentence(text), 0).ShouldBeNull();

    [Theory]
    [InlineData("My sister Ada sings", "sister", "Ada", "Bea's sister (Ada)")]
    [InlineData("My sister, Ada, sings", "sister", "Ada", "Bea's sister (Ada)")]
    [InlineData("My sister, Ada sings", "sister", null, "Bea's sister")]
    [InlineData("My uncle John Smith sings", "uncle", "John Smith", "Bea's uncle (John Smith)")]
    [InlineData("My best friend Sol sings", "friend", "Sol", "Bea's friend (Sol)")]
    [InlineData("My sister sings", "sister", null, "Bea's sister")]
    public void Relative_WithOrWithoutName_GivesWhoTheyAre(string text, string noun, string? name, string display)
    {
        var subject = SubjectReader.Relative(Clauses.Sentence(text), 0).ShouldNotBeNull();

        subject.Noun.ShouldBe(noun);
        subject.Name.ShouldBe(name);
        subject.Display("Bea").ShouldBe(display);
    }

    [Fact]
    public void Relative_OwnerOfAThing_IsPossessiveAndNoSubject()
    {
        var sentence = Clauses.Sentence("My sister Ada's car is red");

        SubjectReader.Relative(sentence, 0)!.Name.ShouldBe("Ada");
        SubjectReader.Relative(sentence, 0)!.IsPossessive.ShouldBeTrue();
        SubjectReader.Read(sentence, 0)!.Kind.ShouldBe(SubjectKind.Other);
    }

    [Theory]
    [InlineData("My bike broke")]
    [InlineData("My sister brother sings")]
    public void Relative_NoPerson_GivesNone(string text) => SubjectReader.Relative(Clauses.Sentence(text), 0).ShouldBeNull();

    [Theory]
    [InlineData(nameof(SubjectKind.Speaker), true)]
    [InlineData(nameof(SubjectKind.Group), true)]
    [InlineData(nameof(SubjectKind.Dropped), true)]
    [InlineData(nameof(SubjectKind.Relative), false)]
    [InlineData(nameof(SubjectKind.Thing), false)]
    [InlineData(nameof(SubjectKind.Other), false)]
    public void IsFirstPerson_Kind_SaysWhoseVerbFormIsMeant(string kind, bool expected) => new Subject(Enum.Parse<SubjectKind>(kind), 0, 1).IsFirstPerson.ShouldBe(expected);
}
