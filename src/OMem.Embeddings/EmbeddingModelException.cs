namespace OMem.Embeddings;

/// <summary>An embedding model is missing, or its files cannot be used. The message names the file and the fault.</summary>
public sealed class EmbeddingModelException : OMemException
{
    /// <summary>Creates the error.</summary>
    /// <param name="path">The file or folder at fault.</param>
    /// <param name="fault">What is wrong with it, as the end of a sentence that begins with the path.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public EmbeddingModelException(string path, string fault, Exception? innerException = null)
        : base($"The embedding model '{path}' {fault}.", innerException)
    {
        Path = path;
    }

    /// <summary>The file or folder at fault.</summary>
    public string Path { get; }
}
