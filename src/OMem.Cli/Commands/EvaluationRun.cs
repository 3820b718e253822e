using Microsoft.Extensions.AI;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Embeddings;
using OMem.Evaluation;

namespace OMem.Cli.Commands;

/// <summary>What the evaluation commands share: the model, a progress bar, and faults of a data set told as wrong usage.</summary>
internal static class EvaluationRun
{
    /// <summary>The model of the settings without its cache: a system must not profit from a question another one has embedded.</summary>
    public static IEmbeddingGenerator<string, Embedding<float>>? Embeddings(CommandContext context) =>
        EmbeddingsFactory.Create(context.Settings, new OnnxEmbeddingOptions { CacheCapacity = 0 });

    /// <summary>Runs with a bar.</summary>
    public static async Task<T> RunAsync<T>(CommandContext context, string title, Func<IProgress<EvaluationProgress>, Task<T>> run)
    {
        try
        {
            return await ProgressDisplay.RunAsync(context, bars => run(new EvaluationBar(bars.Start(title))));
        }
        catch (InvalidDatasetException fault)
        {
            throw new UsageException(fault.Message, fault);
        }
        catch (ArgumentException fault)
        {
            // The framework's own tail about the parameter means nothing on a command line.
            throw new UsageException(fault.Message.Split(" (Parameter '", 2)[0], fault);
        }
    }

    private sealed class EvaluationBar(IProgress<double> bar) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => bar.Report(value.Total == 0 ? 0 : (double)value.Done / value.Total);
    }
}
