namespace OMem.Embeddings.Models;

/// <summary>A network that can also pool some tokens of a text by themselves, in the same run.</summary>
internal interface IFocusModel : IVectorModel
{
    /// <summary>The text's vector and after it that of its marked tokens, at least one; each of unit length. A new array.</summary>
    float[] Embed(int[] ids, bool[] focus);
}
