using Microsoft.ML.OnnxRuntime;

namespace OMem.Embeddings.Models;

/// <summary>How the runtime works here: each run on the thread that calls it, so that no result depends on a split.</summary>
internal static class SessionSettings
{
    /// <summary>A fault reaches the caller as an exception; the runtime's own lines on the console would only repeat it.</summary>
    private const OrtLoggingLevel Quiet = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;

    public static RunOptions CreateRun() => new() { LogSeverityLevel = Quiet };

    public static SessionOptions Create() => new()
    {
        IntraOpNumThreads = 1,
        InterOpNumThreads = 1,
        ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
        GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        LogSeverityLevel = Quiet,
    };
}
