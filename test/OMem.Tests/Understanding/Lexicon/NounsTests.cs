using OMem.Understanding.Lexicon;

namespace OMem.Tests.Understanding.Lexicon;

/// <summary>The embedded word lists.</summary>
public sealed class NounsTests
{
    public static TheoryData<string> Lists => ["belongings", "conditions", "irregular-verbs", "occupations", "regular-verbs", "relations", "topic-noise"];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Lines_EmbeddedList_HasNoCommentsNorEmptyLines(string name)
    {
        var lines = WordFile.Lines(name).ToList();

        lines.ShouldNotBeEmpty();
        lines.ShouldAllBe(line => line.Trim().Length > 0 && line[0] != '#');
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Words_EmbeddedList_AreLowerCase(string name) =>
        WordFile.Words(name).Where(word => word.Any(char.IsUpper)).ShouldBeEmpty();

    [Theory]
    [InlineData("belongings")]
    [InlineData("conditions")]
    [InlineData("occupations")]
    [InlineData("regular-verbs")]
    [InlineData("relations")]
    public void Words_EmbeddedList_StandOnce(string name) =>
        WordFile.Words(name).GroupBy(word => word, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Fact]
    public void Lines_UnknownList_NamesIt() =>
        Should.Throw<InvalidOperationException>(() => WordFile.Lines("no-such-list").ToList()).Message.ShouldContain("no-such-list");

    [Fact]
    public void IrregularVerbs_EachLine_HasThreeForms() => WordFile.Lines("irregular-verbs").ShouldAllBe(line => WordFile.Split(line).Length == 3);

    [Fact]
    public void SoleRelations_AreRelations()
    {
        Nouns.SoleRelations.ShouldNotBeEmpty();
        Nouns.SoleRelations.ShouldBeSubsetOf(Nouns.Relations);
        Nouns.SoleRelations.ShouldContain("wife");
        Nouns.SoleRelations.ShouldNotContain("sister");
        Nouns.Relations.ShouldAllBe(word => word[0] != '+');
    }

    [Theory]
    [InlineData("dog", "pet")]
    [InlineData("car", "vehicle")]
    [InlineData("guitar", "instrument")]
    [InlineData("bookshop", "business")]
    [InlineData("toystore", "business")]
    public void TryGetBelonging_Known_GivesItsKind(string noun, string expected)
    {
        Nouns.TryGetBelonging(noun, out var group).ShouldBeTrue();
        group.ShouldBe(expected);
    }

    [Theory]
    [InlineData("idea")]
    [InlineData("bishop")]
    [InlineData("")]
    public void TryGetBelonging_Unknown_GivesNone(string noun)
    {
        Nouns.TryGetBelonging(noun, out var group).ShouldBeFalse();
        group.ShouldBeNull();
    }

    [Fact]
    public void Of_Words_SplitsAtAnyWhiteSpace() => WordSet.Of(" a\tb\n  c\r\na ").Order(StringComparer.Ordinal).ShouldBe(["a", "b", "c"]);
}
