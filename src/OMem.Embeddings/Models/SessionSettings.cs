using Microsoft.ML.OnnxRuntime;

namespace OMem.Embeddings.Models;

/// <summary>How the runtime works here: each run on the thread that calls it, so that no result depends on a split.</summary>
internal static class SessionSettings
{
    public static SessionOptions Create() => new()
    {
        IntraOpNumThreads = 1,
        InterOpNumThreads = 1,
        ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
        GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
    };
}
