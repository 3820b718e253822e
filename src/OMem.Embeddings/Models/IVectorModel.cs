namespace OMem.Embeddings.Models;

/// <summary>A network that turns the token ids of one text into its vector. Safe for use by several threads.</summary>
internal interface IVectorModel : IDisposable
{
    /// <summary>Elements of a vector.</summary>
    int Dimensions { get; }

    /// <summary>The vector, unit length, a new array. The same ids give the same bits, whatever else runs.</summary>
    float[] Embed(int[] ids);
}
