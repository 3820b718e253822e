namespace OMem.Embeddings.Folders;

/// <summary>How one vector is made of those of the tokens.</summary>
internal enum PoolingMode
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The first token's.</summary>
    First,

    /// <summary>The largest of each element.</summary>
    Max,
}
