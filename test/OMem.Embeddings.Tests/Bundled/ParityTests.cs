using OMem.Embeddings.Models;
using OMem.Embeddings.Tests.Reference;
using OMem.Embeddings.Tokenization;

namespace OMem.Embeddings.Tests.Bundled;

public sealed class ParityTests(BundledModel bundled) : IClassFixture<BundledModel>
{
    private const double ByteWeightTolerance = 1e-3;

    [Fact]
    public void Encode_ReferenceTexts_GivesTheIdsOfTheOriginal()
    {
        ReferenceRow.All.Count.ShouldBeGreaterThanOrEqualTo(20);
        foreach (var row in ReferenceRow.All)
        {
            var ids = bundled.Tokenizer.Encode(row.Text, maxChunks: 8);
            ids.SelectMany(chunk => chunk).ShouldBe(row.Ids, row.Text);
            ids.ShouldAllBe(chunk => chunk.Length <= UseLiteModel.MaxTokens);
        }
    }

    [Fact]
    public void Embed_ReferenceTexts_IsWithinToleranceOfTheOriginal()
    {
        foreach (var row in ReferenceRow.All)
        {
            Cosine(bundled.Generator.Embed(row.Text).Span, row.Vector).ShouldBeGreaterThan(1 - ByteWeightTolerance, row.Text);
        }
    }

    private static double Cosine(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        double dot = 0, leftSquare = 0, rightSquare = 0;
        for (var i = 0; i < left.Length; i++)
        {
            dot += (double)left[i] * right[i];
            leftSquare += (double)left[i] * left[i];
            rightSquare += (double)right[i] * right[i];
        }

        return dot / Math.Sqrt(leftSquare * rightSquare);
    }
}
