using OMem.Text;

namespace OMem.Tests.Text;

public sealed class PorterStemmerTests
{
    /// <summary>The examples of the paper (M. F. Porter, 1980), run through all steps, and words from its author's vocabulary.</summary>
    private const string Sample =
        """
        caresses caress|ponies poni|ties ti|caress caress|cats cat|feed feed|agreed agre|plastered plaster|bled bled
        motoring motor|sing sing|conflated conflat|troubled troubl|sized size|hopping hop|tanned tan|falling fall
        hissing hiss|fizzed fizz|failing fail|filing file|happy happi|sky sky|relational relat|conditional condit
        rational ration|valenci valenc|hesitanci hesit|digitizer digit|conformabli conform|radicalli radic
        differentli differ|vileli vile|analogousli analog|vietnamization vietnam|predication predic|operator oper
        feudalism feudal|decisiveness decis|hopefulness hope|callousness callous|formaliti formal|sensitiviti sensit
        sensibiliti sensibl|triplicate triplic|formative form|formalize formal|electriciti electr|electrical electr
        hopeful hope|goodness good|revival reviv|allowance allow|inference infer|airliner airlin|gyroscopic gyroscop
        adjustable adjust|defensible defens|irritant irrit|replacement replac|adjustment adjust|dependent depend
        adoption adopt|homologou homolog|communism commun|activate activ|angulariti angular|homologous homolog
        effective effect|bowdlerize bowdler|probate probat|rate rate|cease ceas|controll control|roll roll
        generalizations gener|oscillators oscil|abilities abil|running run|flies fli|dying dy|happily happili
        archaeology archaeolog|apologies apolog|sky sky|sayings sai|enjoy enjoi|enjoyed enjoi|owned own|ing ing|ion ion
        """;

    [Fact]
    public void Stem_PublishedWords_GivesPublishedStems()
    {
        foreach (var pair in Sample.Split(['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var (word, stem) = (pair.Split(' ')[0], pair.Split(' ')[1]);
            PorterStemmer.Stem(word).ShouldBe(stem, word);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("is")]
    [InlineData("Running")]
    [InlineData("don't")]
    [InlineData("10ations")]
    [InlineData("cafés")]
    [InlineData("бегали")]
    [InlineData("\uD800ing")]
    public void Stem_NotThreeLowerCaseLetters_ComesBackUnchanged(string word) => PorterStemmer.Stem(word).ShouldBeSameAs(word);

    [Fact]
    public void Stem_LongestWord_DoesNotOverrun()
    {
        var word = new string('b', 61) + "ing";

        PorterStemmer.Stem(word).ShouldBe(word);
        PorterStemmer.Stem("a" + word).ShouldBe("a" + word);
    }

    [Fact]
    public void Stem_WordThatIsItsStem_SharesTheInstance()
    {
        const string word = "jazz";

        PorterStemmer.Stem(word).ShouldBeSameAs(word);
    }
}
