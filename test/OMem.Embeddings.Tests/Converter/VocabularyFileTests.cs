using System.Text;
using OMem.Embeddings.Tokenization;
using OMem.ModelConverter.UseLite;

namespace OMem.Embeddings.Tests.Converter;

public sealed class VocabularyFileTests
{
    private const string Json = """[["?",0],["<s>",0],["</s>",0],["x1",0],["x2",0],["x3",0],["ab",-1.5],["a",null],["b",2],["ab",-3]]""";

    [Fact]
    public void Write_Pieces_CanBeReadBack()
    {
        var vocabulary = UnigramVocabulary.Read(VocabularyFile.Write(Encoding.UTF8.GetBytes(Json)));
        vocabulary.Scores.ShouldBe([0, 0, 0, 0, 0, 0, -1.5, 0, 2, -3]);
        vocabulary.Lengths.ShouldBe(new byte[] { 1, 3, 4, 2, 2, 2, 2, 1, 1, 2 });
        vocabulary.LongestPiece.ShouldBe(2);
        var a = vocabulary.Step(UnigramVocabulary.Root, 'a');
        vocabulary.PieceAt(UnigramVocabulary.Root).ShouldBe(-1);
        vocabulary.PieceAt(a).ShouldBe(7);
        // Of two equal pieces the last counts, and the reserved ones never match.
        vocabulary.PieceAt(vocabulary.Step(a, 'b')).ShouldBe(9);
        vocabulary.Step(a, 'c').ShouldBe(-1);
        vocabulary.Step(UnigramVocabulary.Root, '?').ShouldBe(-1);
        vocabulary.Step(UnigramVocabulary.Root, '<').ShouldBe(-1);
    }

    [Theory]
    [InlineData("""[["a",1]]""", "The vocabulary has 1 pieces; more than 6 were expected.")]
    [InlineData("[]", "The vocabulary has 0 pieces; more than 6 were expected.")]
    [InlineData("""[["a",0],["b"]]""", "The piece 1 of the vocabulary is not a text with a score.")]
    [InlineData("""[[5,0]]""", "The piece 0 of the vocabulary is not a text with a score.")]
    [InlineData("""[["a","b"]]""", "The piece 0 of the vocabulary is not a text with a score.")]
    public void Write_NotAVocabulary_SaysWhy(string json, string expected) =>
        Should.Throw<InvalidDataException>(() => VocabularyFile.Write(Encoding.UTF8.GetBytes(json))).Message.ShouldBe(expected);

    [Fact]
    public void Read_CutShortOrTooLong_SaysSo()
    {
        var file = VocabularyFile.Write(Encoding.UTF8.GetBytes(Json));
        Should.Throw<InvalidDataException>(() => UnigramVocabulary.Read(file.AsSpan(..^1))).Message.ShouldBe("The vocabulary file is cut short.");
        Should.Throw<InvalidDataException>(() => UnigramVocabulary.Read([.. file, 0])).Message.ShouldBe("The vocabulary file is longer than it says.");
    }
}
