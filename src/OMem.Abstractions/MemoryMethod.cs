namespace OMem;

/// <summary>How a memory is built and read.</summary>
public enum MemoryMethod
{
    /// <summary>OMem's own method.</summary>
    OMem = 0,

    /// <summary>O-Mem as published (arXiv 2511.13593), as a baseline to compare with. Reading needs a language model for each message; recall needs none.</summary>
    Paper = 1,
}
