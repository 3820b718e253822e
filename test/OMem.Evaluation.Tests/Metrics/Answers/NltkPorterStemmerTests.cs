using OMem.Text;

namespace OMem.Evaluation.Tests;

public sealed class NltkPorterStemmerTests
{
    /// <summary>Pairs from Porter's paper and from the comments of NLTK's module; where the two differ, NLTK's.</summary>
    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("sties", "sti")]
    [InlineData("caress", "caress")]
    [InlineData("cats", "cat")]
    [InlineData("feed", "feed")]
    [InlineData("agreed", "agre")]
    [InlineData("disabled", "disabl")]
    [InlineData("matting", "mat")]
    [InlineData("mating", "mate")]
    [InlineData("meetings", "meet")]
    [InlineData("milling", "mill")]
    [InlineData("messing", "mess")]
    [InlineData("hopping", "hop")]
    [InlineData("filing", "file")]
    [InlineData("falling", "fall")]
    [InlineData("hissing", "hiss")]
    [InlineData("fizzed", "fizz")]
    [InlineData("failing", "fail")]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("rational", "ration")]
    [InlineData("digitizer", "digit")]
    [InlineData("radically", "radic")]
    [InlineData("vietnamization", "vietnam")]
    [InlineData("feudalism", "feudal")]
    [InlineData("hopefulness", "hope")]
    [InlineData("sensibiliti", "sensibl")]
    [InlineData("triplicate", "triplic")]
    [InlineData("electrical", "electr")]
    [InlineData("goodness", "good")]
    [InlineData("revival", "reviv")]
    [InlineData("adjustment", "adjust")]
    [InlineData("adoption", "adopt")]
    [InlineData("probate", "probat")]
    [InlineData("rate", "rate")]
    [InlineData("cease", "ceas")]
    [InlineData("controlling", "control")]
    [InlineData("rolling", "roll")]
    [InlineData("by", "by")]
    [InlineData("1980s", "1980")]
    [InlineData("", "")]
    public void Stem_Word_IsPorters(string word, string stem) => NltkPorterStemmer.Stem(word).ShouldBe(stem);

    /// <summary>NLTK's extensions: the engine's stemmer, which follows the paper, gives something else.</summary>
    [Theory]
    [InlineData("dies", "die")]
    [InlineData("died", "die")]
    [InlineData("spied", "spi")]
    [InlineData("skies", "sky")]
    [InlineData("dying", "die")]
    [InlineData("enjoy", "enjoy")]
    [InlineData("try", "tri")]
    [InlineData("news", "news")]
    [InlineData("innings", "inning")]
    [InlineData("proceed", "proceed")]
    [InlineData("using", "use")]
    [InlineData("playfully", "play")]
    [InlineData("geologi", "geolog")]
    public void Stem_WordOfTheExtensions_DiffersFromThePaper(string word, string stem)
    {
        NltkPorterStemmer.Stem(word).ShouldBe(stem);
        if (word is not ("proceed" or "geologi" or "spied" or "playfully"))
        {
            PorterStemmer.Stem(word).ShouldNotBe(stem);
        }
    }
}
