using OMem.Text;

namespace OMem.Tests.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   \t\n ", "")]
    [InlineData("Hello, World!", "hello world")]
    [InlineData("I don't know", "i don't know")]
    [InlineData("I don’t know", "i don't know")]
    [InlineData("Alice's dog", "alice dog")]
    [InlineData("ALICE’S DOG", "alice dog")]
    [InlineData("the dogs' bowl", "the dogs bowl")]
    [InlineData("'quoted' words", "quoted words")]
    [InlineData("rock''n''roll", "rock n roll")]
    [InlineData("o'clock", "o'clock")]
    [InlineData("it's 10am, room 4B", "it 10am room 4b")]
    [InlineData("2023-05-07 at 10:30", "2023 05 07 at 10 30")]
    [InlineData("snake_case-word", "snake case word")]
    [InlineData("e-mail: a.b@c.org", "e mail a b c org")]
    [InlineData("s's", "s")]
    public void Tokenize_EnglishText_GivesFoldedWords(string text, string expected) => Words(text).ShouldBe(expected);

    [Theory]
    [InlineData("Café", "café")]
    [InlineData("Cafe\u0301", "café")]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("ﬁne", "fine")]
    [InlineData("ÜBER Straße", "über straße")]
    [InlineData("İSTANBUL ISPARTA", "istanbul isparta")]
    [InlineData("ΟΔΟΣ οδος", "οδοσ οδοσ")]
    [InlineData("Привет, МИР", "привет мир")]
    [InlineData("מה שלומך?", "מה שלומך")]
    [InlineData("كيف حالك؟", "كيف حالك")]
    [InlineData("٢٠٢٣", "2023")]
    [InlineData("नमस्ते दुनिया", "नमस्ते दुनिया")]
    [InlineData("می\u200cخواهم", "میخواهم")]
    [InlineData("co\u00ADop", "coop")]
    [InlineData("\uFEFFbom", "bom")]
    [InlineData("from\u200D\u0301", "froḿ")]
    [InlineData("п'ять пʼять", "п'ять п'ять")]
    [InlineData("\U0001D400\U0001D401", "ab")]
    [InlineData("\U00010400", "\U00010428")]
    public void Tokenize_OtherScripts_FoldsTheSpellingsTogether(string text, string expected) => Words(text).ShouldBe(expected);

    [Theory]
    [InlineData("東京", "東 東京 京")]
    [InlineData("iPhone用", "iphone 用")]
    [InlineData("ねこ!", "ね ねこ こ")]
    [InlineData("ｶﾞｽ", "ガ ガス ス")]
    [InlineData("서울", "서 서울 울")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("กำ", "ก กํา ํา")]
    [InlineData("มี\u200Bนา", "มี น นา า")]
    [InlineData("\U00020000\U00020001", "\U00020000 \U00020000\U00020001 \U00020001")]
    public void Tokenize_ScriptsWithoutSpaces_GivesCharactersAndPairs(string text, string expected) => Words(text).ShouldBe(expected);

    [Theory]
    [InlineData("🎉👩‍👩‍👧‍👦❤️")]
    [InlineData("\uD83D")]
    [InlineData("\uDE00\uD83D")]
    [InlineData("\u0301\u0302")]
    [InlineData("''''’’")]
    [InlineData("!?.,;:-_()[]{}\0\u0001\u001F")]
    [InlineData("½ ² ① ™")]
    public void Tokenize_NothingButSigns_GivesNothing(string text) => Tokenizer.Tokenize(text).ShouldBeEmpty();

    [Fact]
    public void Tokenize_LoneSurrogateInsideWord_SplitsThere() => Words("ab\uD800cd").ShouldBe("ab cd");

    [Fact]
    public void Tokenize_KeycapEmoji_KeepsTheDigit() => Words("1\uFE0F\u20E3").ShouldBe("1");

    [Fact]
    public void Tokenize_Spans_PointAtTheWordWithoutPossessive()
    {
        const string text = "So Alice’s  DOG\u00AD!";

        var spans = Tokenizer.Tokenize(text).ConvertAll(token => text.Substring(token.Start, token.Length));

        spans.ShouldBe(["So", "Alice", "DOG"]);
    }

    [Fact]
    public void Tokenize_Capitals_AreMarked()
    {
        Tokenizer.Tokenize("Alice met bob and Élodie, ǅ 7up").Where(token => token.Capitalized).Select(token => token.Text)
            .ShouldBe(["alice", "élodie", "dž"]);
    }

    [Fact]
    public void Tokenize_VeryLongRun_IsCutAndTheRestSkipped()
    {
        var tokens = Tokenizer.Tokenize(new string('a', 1_000_000) + " end");

        tokens.Count.ShouldBe(2);
        tokens[0].Text.Length.ShouldBe(Tokenizer.MaxWordLength);
        tokens[1].Text.ShouldBe("end");
    }

    [Fact]
    public void Tokenize_LongRunOfPairs_IsNotCutInsideOne()
    {
        var tokens = Tokenizer.Tokenize("a" + string.Concat(Enumerable.Repeat("\U0001D400", 100)));

        tokens.ShouldHaveSingleItem().Length.ShouldBe(Tokenizer.MaxWordLength - 1);
    }

    [Fact]
    public void Tokenize_MountainOfMarks_StaysOneShortToken()
    {
        var tokens = Tokenizer.Tokenize("น" + new string('\u0E48', 100_000));

        tokens.ShouldHaveSingleItem().Length.ShouldBe(Tokenizer.MaxWordLength);
    }

    [Fact]
    public void Tokenize_ListGiven_AppendsToIt()
    {
        var tokens = Tokenizer.Tokenize("one");

        Tokenizer.Tokenize("two", tokens);

        tokens.ConvertAll(token => token.Text).ShouldBe(["one", "two"]);
    }

    [Fact]
    public void Tokenize_StopWord_SharesOneInstance()
    {
        ReferenceEquals(Tokenizer.Tokenize("THE")[0].Text, Tokenizer.Tokenize("the")[0].Text).ShouldBeTrue();
    }

    private static string Words(string text) => string.Join(' ', Tokenizer.Tokenize(text).ConvertAll(token => token.Text));
}
