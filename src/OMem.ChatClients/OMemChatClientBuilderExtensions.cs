using OMem.ChatClients;

namespace Microsoft.Extensions.AI;

/// <summary>Puts recording and the mapping of faults into the pipeline of a chat client.</summary>
public static class OMemChatClientBuilderExtensions
{
    /// <summary>Records every answered exchange of the clients inside.</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="folder">The folder; made when it is not there.</param>
    public static ChatClientBuilder UseRecording(this ChatClientBuilder builder, string folder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(inner => new RecordingChatClient(inner, folder));
    }

    /// <summary>Turns faults of the OpenAI library, of OllamaSharp and of HTTP into <see cref="OMem.ModelException"/>.</summary>
    public static ChatClientBuilder UseModelFaults(this ChatClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(inner => new FaultMappingChatClient(inner));
    }
}
