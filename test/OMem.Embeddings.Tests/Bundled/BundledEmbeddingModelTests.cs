using Microsoft.Extensions.AI;
using OMem.ModelConverter.UseLite;

namespace OMem.Embeddings.Tests.Bundled;

public sealed class BundledEmbeddingModelTests(BundledModel bundled) : IClassFixture<BundledModel>
{
    private const double FloatTolerance = 1e-6;

    [Fact]
    public void CreateGenerator_AssemblyWithoutModel_SaysSo()
    {
        var withoutResources = typeof(BundledEmbeddingModelTests).Assembly;
        Should.Throw<EmbeddingModelException>(() => BundledEmbeddingModel.CreateGenerator(withoutResources, options: null))
            .Message.ShouldBe("The embedding model 'use-lite-int8.onnx' is not part of this build: it was built with OMemBundleModel=false.");
    }

    [Fact]
    public void ModelId_Bundled_HoldsTheHashOfTheContent()
    {
        bundled.Generator.ModelId.ShouldMatch("^use-lite-int8@[0-9a-f]{12}$");
        bundled.Generator.Dimensions.ShouldBe(UseLiteModel.Width);
        bundled.Generator.GetService<EmbeddingGeneratorMetadata>()!.DefaultModelDimensions.ShouldBe(UseLiteModel.Width);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\0")]
    [InlineData("\ud83d")]
    [InlineData("\ude00\ud83d\ude00\ude00")]
    [InlineData("\u202e\u200f\u0301\u0301\u0301")]
    [InlineData("🏳️\u200d🌈👩\u200d👩\u200d👧\u200d👦")]
    [InlineData("'; DROP TABLE interactions; -- \"NEAR\" * ^")]
    [InlineData("<s> </s> extra_token_id_1 \ufffd")]
    [InlineData("0001-01-01 9999-12-31")]
    public void Embed_HostileText_GivesAUnitVector(string text) => ShouldBeUnit(bundled.Generator.Embed(text).Span);

    [Fact]
    public void Embed_TextOfAMegabyte_ReadsItsBeginning()
    {
        var text = string.Concat(Enumerable.Repeat("We went to the lake and it rained. ", 30_000));
        ShouldBeUnit(bundled.Generator.Embed(text).Span);
        bundled.Generator.Embed(text).ToArray().ShouldBe(bundled.Generator.Embed(text[..2_000]).ToArray());
    }

    [Fact]
    public void Embed_MegabyteOfOneUnknownSymbol_GivesAUnitVector() => ShouldBeUnit(bundled.Generator.Embed(new string('漢', 1_000_000)).Span);

    [Fact]
    public void Embed_MoreChunks_ReadsWhatOneLeavesOut()
    {
        var head = string.Concat(Enumerable.Repeat("The harbour was quiet and grey in the morning. ", 20));
        using var long4 = BundledEmbeddingModelOrSkip(4);
        var cats = head + "My cat Luna caught a mouse.";
        var ships = head + "Her ship sails on Friday.";
        bundled.Generator.Embed(cats).ToArray().ShouldBe(bundled.Generator.Embed(ships).ToArray());
        long4.Embed(cats).ToArray().ShouldNotBe(long4.Embed(ships).ToArray());
        ShouldBeUnit(long4.Embed(cats).Span);
        long4.Embed("short").ToArray().ShouldBe(bundled.Generator.Embed("short").ToArray());
    }

    [Fact]
    public void Embed_SentencesOfOneMeaning_AreNearerThanOthers()
    {
        var question = bundled.Generator.Embed("Where does she live?").ToArray();
        var near = Dot(question, bundled.Generator.Embed("She lives in a small house by the sea.").Span);
        var far = Dot(question, bundled.Generator.Embed("The invoice was paid on Tuesday.").Span);
        near.ShouldBeGreaterThan(far + 0.1);
    }

    private OnnxEmbeddingGenerator BundledEmbeddingModelOrSkip(int chunks)
    {
        _ = bundled.Generator;
        return BundledEmbeddingModel.CreateGenerator(new() { MaxChunks = chunks });
    }

    private static double Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0d;
        for (var i = 0; i < left.Length; i++)
        {
            sum += (double)left[i] * right[i];
        }

        return sum;
    }

    private static void ShouldBeUnit(ReadOnlySpan<float> vector) => Dot(vector, vector).ShouldBe(1, FloatTolerance);
}
