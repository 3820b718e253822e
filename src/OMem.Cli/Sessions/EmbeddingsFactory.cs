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
    public static IEmbeddingGenerator<string, Embedding<float>>? Create(CliSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        try
        {
            return settings.EmbeddingModel switch
            {
                { Value: CliSettings.NoModel } => null,
                { } directory => throw new CommandFailedException(
                    $"Models from a directory cannot be loaded yet ('{directory.Value}', given by {directory.Origin}). Leave the setting out for the bundled model, or say 'none'."),
                null when BundledEmbeddingModel.IsAvailable => BundledEmbeddingModel.CreateGenerator(),
                null => null,
            };
        }
        catch (EmbeddingModelException fault)
        {
            throw new CommandFailedException($"{fault.Message} Give another --embedding-model, or 'none' to recall by words alone.", fault);
        }
    }
}
