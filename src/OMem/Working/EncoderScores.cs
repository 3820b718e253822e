using System.Buffers;
using OMem.Interactions;
using OMem.Recall;
using OMem.Vectors;

namespace OMem.Working;

/// <summary>Similarity by vector: of the turn, of the turn with its neighbours, and of the question it answers.</summary>
internal static class EncoderScores
{
    private const float FirstNeighbour = 0.5f;
    private const float SecondNeighbour = 0.25f;

    /// <summary>Fills the encoder columns; without vectors they stay 0.</summary>
    public static void Score(RecallContext context)
    {
        var view = context.View;
        if (context.Vectors is not { } vectors || view.Vectors.Present == 0)
        {
            return;
        }

        var buffer = ArrayPool<float>.Shared.Rent(view.Count);
        var whole = buffer.AsSpan(0, view.Count);
        var content = context.Features.Begin(Feature.Encoder);
        view.Vectors.Dot(vectors.Content, vectors.Whole, content, whole);
        FillMissing(view.Vectors, content);
        FillMissing(view.Vectors, whole);
        context.Features.Standardize(Feature.Encoder);

        Smooth(view, whole, context.Features.Begin(Feature.EncoderAround));
        context.Features.Standardize(Feature.EncoderAround);

        var (mean, deviation) = Moments.Of(whole);
        ColumnMath.ShiftAndScale(whole, mean, deviation > 0f ? 1f / deviation : 0f);
        NeighbourScores.Score(context, whole);
        ArrayPool<float>.Shared.Return(buffer);
    }

    /// <summary>A turn without a vector is neither near nor far: it gets the mean of the others.</summary>
    private static void FillMissing(VectorView vectors, Span<float> products)
    {
        if (vectors.Present == vectors.Count)
        {
            return;
        }

        var mean = (float)(ColumnMath.Sum(products) / vectors.Present);
        for (var turn = 0; turn < products.Length; turn++)
        {
            products[turn] = vectors.IsPresent(turn) ? products[turn] : mean;
        }
    }

    /// <summary>(u_i + .5 u_(i+-1) + .25 u_(i+-2)) / weights present, inside the session.</summary>
    private static void Smooth(ScopeView view, ReadOnlySpan<float> products, Span<float> cells)
    {
        for (var turn = 0; turn < cells.Length; turn++)
        {
            var sum = products[turn];
            var weights = 1f;
            if (view.Previous(turn) is >= 0 and var before)
            {
                sum += FirstNeighbour * products[before];
                weights += FirstNeighbour;
                if (view.Previous(before) is >= 0 and var second)
                {
                    sum += SecondNeighbour * products[second];
                    weights += SecondNeighbour;
                }
            }

            if (view.Next(turn) is >= 0 and var after)
            {
                sum += FirstNeighbour * products[after];
                weights += FirstNeighbour;
                if (view.Next(after) is >= 0 and var second)
                {
                    sum += SecondNeighbour * products[second];
                    weights += SecondNeighbour;
                }
            }

            cells[turn] = sum / weights;
        }
    }
}
