using OMem.Storage;
using OMem.Text;
using OMem.Vectors;

namespace OMem.Tests.Consolidation;

/// <summary>Vectors of hashed letter triples: near for texts that share words, and the same on every run.</summary>
internal static class HashVectors
{
    public const int Dimensions = 64;

    public static Task<IndexData[]> IndexAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
        Task.FromResult(texts.Select(text => new IndexData(ReadOnlyMemory<byte>.Empty, VectorCodec.Encode(Of(text)), "hash", Dimensions)).ToArray());

    private static float[] Of(string text)
    {
        var vector = new float[Dimensions];
        foreach (var token in Tokenizer.Tokenize(text))
        {
            var word = $"^{token.Text}$";
            for (var i = 0; i + 3 <= word.Length; i++)
            {
                var hash = 17;
                foreach (var c in word.AsSpan(i, 3))
                {
                    hash = unchecked((hash * 31) + c);
                }

                vector[(hash & int.MaxValue) % Dimensions] += (hash & 1024) == 0 ? 1 : -1;
            }
        }

        return VectorCodec.Normalize(vector);
    }
}
