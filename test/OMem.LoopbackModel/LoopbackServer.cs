using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OMem.LoopbackModel.Protocol;

namespace OMem.LoopbackModel;

/// <summary>
/// A real HTTP server on 127.0.0.1 that speaks the protocol of OpenAI chat completions, and Ollama's, with scripted answers and injected
/// faults. It proves the machinery around a model. It says nothing about the quality that a model would give.
/// </summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private const long MaxRequestBytes = 256L * 1024 * 1024;

    private readonly WebApplication _app;

    private LoopbackServer(WebApplication app, LoopbackOptions options, LoopbackLog log)
    {
        _app = app;
        Options = options;
        Log = log;
        Root = new Uri(app.Urls.First());
    }

    /// <summary>How it behaves.</summary>
    public LoopbackOptions Options { get; }

    /// <summary>What was asked.</summary>
    public LoopbackLog Log { get; }

    /// <summary>Where it listens; the endpoint for Ollama clients.</summary>
    public Uri Root { get; }

    /// <summary>The endpoint for OpenAI clients: <c>http://127.0.0.1:port/v1</c>.</summary>
    public Uri Endpoint => new(Root, "v1");

    /// <summary>Starts a server.</summary>
    public static async Task<LoopbackServer> StartAsync(LoopbackOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new LoopbackOptions();
        var log = new LoopbackLog();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero);
        var app = builder.Build();
        Map(app, options, log);
        await app.StartAsync(cancellationToken);
        return new LoopbackServer(app, options, log);
    }

    /// <summary>Ends it; requests in flight are broken off.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private static void Map(WebApplication app, LoopbackOptions options, LoopbackLog log)
    {
        var openAI = new RequestRun(options, log, new OpenAIProtocol());
        var ollama = new RequestRun(options, log, new OllamaProtocol());
        foreach (var root in (string[])["/v1", "/openai/v1"])
        {
            app.MapPost($"{root}/chat/completions", (RequestDelegate)openAI.RunAsync);
            app.MapGet($"{root}/models", (RequestDelegate)(context => ModelsAsync(context, options, openAI, new OpenAIProtocol())));
        }

        app.MapPost("/api/chat", (RequestDelegate)ollama.RunAsync);
        app.MapGet("/api/tags", (RequestDelegate)(context => ModelsAsync(context, options, ollama, new OllamaProtocol())));
        app.MapGet("/loopback/log", (RequestDelegate)(context => WriteLogAsync(context, log)));
    }

    private static Task ModelsAsync(HttpContext context, LoopbackOptions options, RequestRun run, ModelProtocol protocol)
    {
        if (!run.HasKey(context))
        {
            return protocol.WriteErrorAsync(context, StatusCodes.Status401Unauthorized, "invalid_request_error", "invalid_api_key", "Incorrect API key provided.");
        }

        if (!options.ListsModels)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return protocol.WriteModelsAsync(context, options.Models.Count > 0 ? options.Models : ["loopback"]);
    }

    private static Task WriteLogAsync(HttpContext context, LoopbackLog log)
    {
        var faults = new JsonObject();
        foreach (var group in log.Exchanges.GroupBy(exchange => exchange.Fault).OrderBy(group => group.Key))
        {
            faults[group.Key.ToString()] = group.Count();
        }

        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(new JsonObject
        {
            ["requests"] = log.Count,
            ["promptTokens"] = log.PromptTokens,
            ["completionTokens"] = log.CompletionTokens,
            ["maxInFlight"] = log.MaxInFlight,
            ["outcomes"] = faults,
        }.ToJsonString());
    }
}
