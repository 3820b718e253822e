using System.Text.Json;
using CsCheck;
using OMem.Embeddings.Tokenization;
using OMem.ModelConverter.UseLite;

namespace OMem.Embeddings.Tests.Tokenization;

public sealed class UnigramTokenizerTests
{
    private const int Plenty = 1_000_000;

    // Made so that pieces overlap, tie, have no score, and end in symbols that are no piece of their own.
    private static readonly (string Text, double Score)[] Pieces =
    [
        ("?", 0), ("<s>", 0), ("</s>", 0), ("x1", 0), ("x2", 0), ("x3", 0),
        ("\u2581", -2), ("\u2581a", -2.5), ("a", -1.5), ("b", -1.5), ("ab", -3), ("abc", -3.5), ("c", -2), ("bc", -3.5),
        (":", 0), ("\u2581:", 0), ("::", 0), ("ca", -3.5), ("aa", -3), ("bca", -5), ("\u2581ab", -3.25), (":9", 9), ("d", -4), ("dd", -4), ("ab", -2.75),
    ];

    private static readonly Gen<string> Text = Gen.Char["abcd: e9\ud83d"].Array[0, 60].Select(characters => new string(characters));

    [Fact]
    public void Encode_AnyText_GivesWhatThePlainAlgorithmGives() => Text.Sample(text =>
        Create(maxTokens: 1_000).Encode(text, 1)[0].ShouldBe(Expected(text)));

    [Fact]
    public void Encode_AnyLimit_GivesTheBeginningOfTheWhole() => Gen.Select(Text.Array[1, 40].Select(string.Concat), Gen.Int[1, 9], Gen.Int[1, 4]).Sample((text, maxTokens, chunks) =>
    {
        var ids = Create(maxTokens).Encode(text, chunks);
        ids.SelectMany(chunk => chunk).ShouldBe(Expected(text).Take(maxTokens * chunks));
        ids.SkipLast(1).ShouldAllBe(chunk => chunk.Length == maxTokens);
        ids[^1].Length.ShouldBeInRange(1, maxTokens);
    });

    [Theory]
    [InlineData("")]
    [InlineData("\ud83d")]
    [InlineData("\ude00\ud83d")]
    [InlineData("\0")]
    [InlineData("漢字")]
    public void Encode_NothingKnown_GivesOneUnknown(string text) => Create(8).Encode(text, 1)[0].ShouldContain(0);

    [Fact]
    public void Encode_Empty_GivesTheUnknownAlone() => Create(8).Encode("", 3).ShouldHaveSingleItem().ShouldBe([0]);

    [Theory]
    [InlineData("ａｂ", "ab")]
    [InlineData("a\u00a0b", "a b")]
    [InlineData("ﬀ", "ff")]
    [InlineData("\ud83dａ\ud83dｂ", "\ud83da\ud83db")]
    public void Encode_CompatibleForms_GiveTheSameIds(string text, string plain) =>
        Create(8).Encode(text, 1)[0].ShouldBe(Create(8).Encode(plain, 1)[0]);

    [Fact]
    public void Encode_RunOfUnknownsLongerThanAnyLimit_IsOneId()
    {
        var ids = Create(4).Encode(new string('漢', Plenty) + "a", 1).ShouldHaveSingleItem();
        ids.ShouldBe([6, 0, 8]);
    }

    [Fact]
    public void Encode_MillionCharacters_ReadsNoMoreThanItNeeds()
    {
        var text = string.Concat(Enumerable.Repeat("ab c a ", Plenty / 7));
        Create(128).Encode(text, 2).SelectMany(chunk => chunk).ShouldBe(Expected(text[..2_000]).Take(256));
    }

    [Fact]
    public void EncodeFocus_AnyAsciiText_MarksTheTokensThatShareASymbol() => Gen.Select(
        Gen.Char["abcd: e9"].Array[1, 60].Select(characters => new string(characters)), Gen.Int[0, 59], Gen.Int[1, 8]).Sample((text, start, length) =>
    {
        start = Math.Min(start, text.Length - 1);
        var end = Math.Min(text.Length, start + length);
        var focused = Create(100).EncodeFocus(text, [start..end]);

        // Tokens of the text up to either end: those between them are the ones that share a symbol with the part.
        var ids = Expected(text);
        if (focused is { } found)
        {
            found.Ids.ShouldBe(ids);
            found.Focus.Length.ShouldBe(ids.Count);
            found.Focus.Count(isIn => isIn).ShouldBeInRange(1, end - start + 1);
            var first = Array.IndexOf(found.Focus, true);
            found.Focus[first..(Array.LastIndexOf(found.Focus, true) + 1)].ShouldAllBe(isIn => isIn);
        }
    });

    [Fact]
    public void EncodeFocus_PartOfAPiece_MarksThePiece()
    {
        var focused = Create(100).EncodeFocus("abc d", [1..2])!.Value;

        focused.Ids.ShouldBe(Create(100).Encode("abc d", 1)[0]);
        focused.Focus.ShouldBe([.. focused.Ids.Select((_, i) => i == Array.IndexOf(focused.Focus, true))]);
    }

    private static UnigramTokenizer Create(int maxTokens) => new(
        UnigramVocabulary.Read(VocabularyFile.Write(
            JsonSerializer.SerializeToUtf8Bytes(Pieces.Select(piece => new object?[] { piece.Text, piece.Text is ":" ? null : piece.Score })))),
        maxTokens);

    private static List<int> Expected(string text)
    {
        var ids = new PlainUnigram(Pieces).Encode(CompatibleText.WithSeparators(text));
        return ids.Count == 0 ? [0] : ids;
    }
}
