using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;
using OpenAI.Chat;

namespace OMem.ChatClients;

/// <summary>Makes the client of one model over the library of its provider. No library retries: the engine does, and would else wait for retries it cannot see.</summary>
internal static class ChatClientFactory
{
    // The library insists on a key; the handler puts the real one, or none, in its place.
    private static readonly ApiKeyCredential Placeholder = new("none");
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Makes the client.</summary>
    public static IChatClient Create(ResolvedModel model, string? key, TimeSpan networkTimeout, TimeProvider time)
    {
        var http = Http(model, key, networkTimeout, time);
        IChatClient client = model.Provider is ModelProvider.Ollama ? Ollama(model, http) : OpenAI(model, http, networkTimeout);
        return new FaultMappingChatClient(new OptionalOptionsChatClient(new OwningChatClient(client, http)), time) { AlwaysSaysItsEnd = true };
    }

    /// <summary>A plain HTTP client with the same key and the same faults, for what chat clients have no call for.</summary>
    public static HttpClient Http(ResolvedModel model, string? key, TimeSpan networkTimeout, TimeProvider time)
    {
        var sockets = new SocketsHttpHandler
        {
            // A redirect would carry the prompt to an address nobody configured.
            AllowAutoRedirect = false,
            PooledConnectionLifetime = ConnectionLifetime,
            ConnectTimeout = ConnectTimeout,
            UseCookies = false,
        };
        return new HttpClient(new ModelEndpointHandler(sockets, model, key, time))
        {
            BaseAddress = new Uri(model.Endpoint.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = networkTimeout,
        };
    }

    private static RefusalChatClient OpenAI(ResolvedModel model, HttpClient http, TimeSpan networkTimeout)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = model.Endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = networkTimeout,
        };
        return new RefusalChatClient(new ChatClient(model.Model, Placeholder, options).AsIChatClient());
    }

    private static OllamaContextChatClient Ollama(ResolvedModel model, HttpClient http) =>
        new OllamaContextChatClient(new OllamaApiClient(http, model.Model), model.ContextTokens);
}
