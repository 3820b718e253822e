using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Extensions.AI;
using OMem.Embeddings.Tests.Reference;

namespace OMem.Embeddings.Tests.Bundled;

public sealed class DeterminismTests(BundledModel bundled) : IClassFixture<BundledModel>
{
    private static readonly string[] Texts = [.. ReferenceRow.All.Select(row => row.Text)];

    [Fact]
    public async Task GenerateAsync_AnyOtherTextsInTheCall_GivesTheSameBits()
    {
        var alone = Texts.Select(text => bundled.Generator.Embed(text).ToArray()).ToArray();
        var together = await bundled.Generator.GenerateAsync(Texts);
        var reversed = await bundled.Generator.GenerateAsync(Texts.Reverse());
        for (var i = 0; i < Texts.Length; i++)
        {
            Bits(together[i]).ShouldBe(Bits(alone[i]), Texts[i]);
            Bits(reversed[Texts.Length - 1 - i]).ShouldBe(Bits(alone[i]), Texts[i]);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public async Task GenerateAsync_SeveralThreads_GivesTheSameBitsInTheSameOrder(int threads)
    {
        var one = await bundled.Generator.GenerateAsync(Texts);
        using var parallel = BundledEmbeddingModel.CreateGenerator(new() { MaxDegreeOfParallelism = threads, CacheCapacity = 0 });
        var many = await parallel.GenerateAsync(Texts);
        many.Select(Bits).ShouldBe(one.Select(Bits));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Embed_OtherCulture_GivesTheSameBits(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Texts.Select(text => Bits(bundled.Generator.Embed(text).ToArray())).ToArray();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            using var generator = BundledEmbeddingModel.CreateGenerator(new() { CacheCapacity = 0 });
            Texts.Select(text => Bits(generator.Embed(text).ToArray())).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Bits(Embedding<float> embedding) => Bits(embedding.Vector.ToArray());

    private static string Bits(float[] vector) => Convert.ToHexString(MemoryMarshal.AsBytes(vector.AsSpan()));
}
