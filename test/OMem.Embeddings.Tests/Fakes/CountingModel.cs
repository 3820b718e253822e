using OMem.Embeddings.Models;
using OMem.Embeddings.Tokenization;

namespace OMem.Embeddings.Tests.Fakes;

/// <summary>A network that counts its runs: the unit vector of (first id, number of ids). Can be told to act before a run.</summary>
internal sealed class CountingModel : IVectorModel
{
    private int _runs;

    public Action<int[]>? BeforeRun { get; init; }

    public int Runs => _runs;

    public bool IsDisposed { get; private set; }

    public int Dimensions => 2;

    public float[] Embed(int[] ids)
    {
        BeforeRun?.Invoke(ids);
        Interlocked.Increment(ref _runs);
        float[] vector = [ids[0], ids.Length];
        UnitVector.Normalize(vector);
        return vector;
    }

    public void Dispose() => IsDisposed = true;
}

/// <summary>Each character is a token; four at once.</summary>
internal sealed class CharacterTokenizer : ITextTokenizer
{
    public const int MaxTokens = 4;

    public IReadOnlyList<int[]> Encode(string text, int maxChunks) =>
        text.Length == 0 ? [[0]] : [.. text.Select(character => (int)character).Chunk(MaxTokens).Take(maxChunks)];
}
