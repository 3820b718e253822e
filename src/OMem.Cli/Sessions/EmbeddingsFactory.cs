using Microsoft.Extensions.AI;
using OMem.Cli.Hosting;
using OMem.Cli.Settings;
using OMem.Embeddings;

namespace OMem.Cli.Sessions;

/// <summary>Makes the embedding generator the settings name.</summary>
internal static class EmbeddingsFactory
{
    /// <summary>The generator; null for recall by words alone.</summary>
    /// <exception cref="CommandFailedException">The model is not there or not valid; says what to do.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>>? Create(CliSettings settings, OnnxEmbeddingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        try
        {
            return settings.EmbeddingModel switch
            {
                { Value: CliSettings.NoModel } => null,
                { } directory => SentenceTransformerModel.Load(directory.Value, options),
                null when BundledEmbeddingModel.IsAvailable => BundledEmbeddingModel.CreateGenerator(options),
                null => null,
            };
        }
        catch (EmbeddingModelException fault)
        {
            throw new CommandFailedException($"{fault.Message} Give another --embedding-model, or 'none' to recall by words alone.", fault);
        }
    }
}
