using System.Globalization;
using Microsoft.Extensions.AI;
using OMem.ModelConverter.Onnx;

namespace OMem.Embeddings.Tests.Folders;

public sealed class SentenceTransformerModelTests : IDisposable
{
    private const float Tolerance = 1e-6f;
    private readonly TinyTransformer _tiny = new();

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public void Load_PlainFolder_PoolsTheMeanOfAllTokens()
    {
        using var generator = SentenceTransformerModel.Load(_tiny.Folder);
        generator.Dimensions.ShouldBe(TinyTransformer.Width);
        ShouldBeNear(generator.Embed("The dog sleeps."), TinyTransformer.Mean("[CLS]", "the", "dog", "sleep", "##s", ".", "[SEP]"));
    }

    [Fact]
    public void Load_PlainFolder_LowersCaseStripsAccentsAndSplitsChinese()
    {
        using var generator = SentenceTransformerModel.Load(_tiny.Folder);
        ShouldBeNear(generator.Embed("CAFÉ 日本"), TinyTransformer.Mean("[CLS]", "cafe", "日", "本", "[SEP]"));
    }

    [Fact]
    public void Load_CasedTokenizerJson_KeepsCaseAndAccents()
    {
        _tiny.Delete("vocab.txt").Write("tokenizer.json", TinyTransformer.TokenizerJson(lowerCase: false));
        using var generator = SentenceTransformerModel.Load(_tiny.Folder);
        ShouldBeNear(generator.Embed("Café cat Cat"), TinyTransformer.Mean("[CLS]", "Café", "cat", "[UNK]", "[SEP]"));
    }

    [Fact]
    public void Load_TokenizerJsonInsteadOfVocabulary_GivesTheSameVectors()
    {
        using var expected = SentenceTransformerModel.Load(_tiny.Folder);
        _tiny.Delete("vocab.txt").Write("tokenizer.json", TinyTransformer.TokenizerJson(lowerCase: true));
        using var actual = SentenceTransformerModel.Load(_tiny.Folder);
        actual.Embed("the cats sleep").ToArray().ShouldBe(expected.Embed("the cats sleep").ToArray());
    }

    [Theory]
    [InlineData("{\"pooling_mode_cls_token\":true,\"pooling_mode_mean_tokens\":false}")]
    [InlineData("{\"pooling_mode\":\"cls\"}")]
    public void Load_ClsPooling_TakesTheFirstToken(string pooling)
    {
        _tiny.Write("1_Pooling/config.json", pooling);
        using var generator = SentenceTransformerModel.Load(_tiny.Folder);
        ShouldBeNear(generator.Embed("the dog"), TinyTransformer.Mean("[CLS]"));
    }

    [Fact]
    public void Load_MaxPooling_TakesTheLargest()
    {
        _tiny.Write("1_Pooling/config.json", "{\"pooling_mode_max_tokens\":true,\"include_prompt\":true}");
        using var generator = SentenceTransformerModel.Load(_tiny.Folder);
        float[][] rows = [.. new[] { "[CLS]", "dog", "[SEP]" }.Select(piece => TinyTransformer.Row(Array.IndexOf(TinyTransformer.Pieces, piece)))];
        ShouldBeNear(generator.Embed("dog"), TinyTransformer.Unit([.. Enumerable.Range(0, TinyTransformer.Width).Select(i => rows.Max(row => row[i]))]));
    }

    [Fact]
    public void Load_ModelInSubfolderWithFewerInputs_Works()
    {
        _tiny.Delete("model.onnx").Write("onnx/model.onnx", TinyTransformer.Network("token_embeddings", OnnxElementType.Int32, "input_ids"));
        using var generator = SentenceTransformerModel.Load(_tiny.Folder);
        ShouldBeNear(generator.Embed("the cat"), TinyTransformer.Mean("[CLS]", "the", "cat", "[SEP]"));
    }

    [Fact]
    public void Load_ModelThatPoolsItself_TakesItsVector()
    {
        _tiny.Write("model.onnx", TinyTransformer.Network("sentence_embedding", OnnxElementType.Int64, "input_ids", "attention_mask"));
        using var generator = SentenceTransformerModel.Load(_tiny.Folder);
        float[][] rows = [.. new[] { "[CLS]", "dog", "[SEP]" }.Select(piece => TinyTransformer.Row(Array.IndexOf(TinyTransformer.Pieces, piece)))];
        ShouldBeNear(generator.Embed("dog"), TinyTransformer.Unit([.. Enumerable.Range(0, TinyTransformer.Width).Select(i => rows.Max(row => row[i]))]));
    }

    [Fact]
    public void Load_MaxSequenceLength_CutsWithTheMarksKept()
    {
        _tiny.Write("sentence_bert_config.json", "{\"max_seq_length\":4}");
        using var generator = SentenceTransformerModel.Load(_tiny.Folder);
        ShouldBeNear(generator.Embed("the dog sleeps the cat"), TinyTransformer.Mean("[CLS]", "the", "dog", "[SEP]"));
    }

    [Fact]
    public void Embed_SeveralChunks_GivesTheUnitMeanOfTheirVectors()
    {
        _tiny.Write("sentence_bert_config.json", "{\"max_seq_length\":4}");
        using var generator = SentenceTransformerModel.Load(_tiny.Folder, new() { MaxChunks = 2 });
        var first = TinyTransformer.Mean("[CLS]", "the", "dog", "[SEP]");
        var second = TinyTransformer.Mean("[CLS]", "cat", "the", "[SEP]");
        ShouldBeNear(generator.Embed("the dog cat the dog dog dog"), TinyTransformer.Unit([.. first.Zip(second, (a, b) => a + b)]));
        generator.ModelId.ShouldEndWith("+2chunks");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\ud83d")]
    [InlineData("\ude00\ud83d the")]
    [InlineData("\0\u0007\u200f")]
    [InlineData("[CLS] [SEP] [PAD]")]
    [InlineData("'; DROP TABLE x; --")]
    public void Embed_HostileText_GivesAUnitVector(string text)
    {
        using var generator = SentenceTransformerModel.Load(_tiny.Folder);
        generator.Embed(text).ToArray().Sum(value => value * value).ShouldBe(1, Tolerance);
    }

    [Fact]
    public void Embed_MarksAsText_AreReadAsText()
    {
        using var generator = SentenceTransformerModel.Load(_tiny.Folder);
        generator.Embed("[SEP]").ToArray().ShouldNotBe(generator.Embed("").ToArray());
    }

    [Fact]
    public void Embed_TurkishCulture_LowersCaseAsElsewhere()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            using var generator = SentenceTransformerModel.Load(_tiny.Folder);
            ShouldBeNear(generator.Embed("I"), TinyTransformer.Mean("[CLS]", "i", "[SEP]"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Load_SameFolderTwice_GivesTheSameModelId()
    {
        using var first = SentenceTransformerModel.Load(_tiny.Folder);
        using var second = SentenceTransformerModel.Load(_tiny.Folder + Path.DirectorySeparatorChar);
        second.ModelId.ShouldBe(first.ModelId);
        first.ModelId.ShouldStartWith(Path.GetFileName(_tiny.Folder) + "@");
        first.GetService<EmbeddingGeneratorMetadata>()!.DefaultModelId.ShouldBe(first.ModelId);
        first.GetService<EmbeddingGeneratorMetadata>()!.DefaultModelDimensions.ShouldBe(TinyTransformer.Width);
    }

    [Theory]
    [InlineData("1_Pooling/config.json", "{\"pooling_mode_cls_token\":true}")]
    [InlineData("sentence_bert_config.json", "{\"max_seq_length\":8}")]
    [InlineData("tokenizer_config.json", "{\"do_lower_case\":false}")]
    [InlineData("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\nthe\ncat\ndog")]
    [InlineData("model.onnx_data", "weights")]
    public void Load_AnythingThatChangesVectors_ChangesTheModelId(string file, string content)
    {
        using var before = SentenceTransformerModel.Load(_tiny.Folder);
        _tiny.Write(file, content);
        using var after = SentenceTransformerModel.Load(_tiny.Folder);
        after.ModelId.ShouldNotBe(before.ModelId);
    }

    private static void ShouldBeNear(ReadOnlyMemory<float> actual, float[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            actual.Span[i].ShouldBe(expected[i], Tolerance);
        }
    }
}
