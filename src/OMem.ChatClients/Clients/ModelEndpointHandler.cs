using System.Net.Http.Headers;
using System.Text.Json;

namespace OMem.ChatClients;

/// <summary>
/// Looks at each answer before the library does: errors with their body and headers, which some libraries drop, and answers that no model
/// gives. Puts the key on each request, so that no library holds it.
/// </summary>
internal sealed class ModelEndpointHandler(HttpMessageHandler inner, ResolvedModel model, string? key, TimeProvider time)
    : DelegatingHandler(inner)
{
    private const string AzureHeader = "api-key";
    private const int MaxErrorBytes = 64 * 1024;
    private const long MaxAnswerBytes = 64L * 1024 * 1024;

    private readonly ModelPlace _about = ModelPlace.Of(model);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = key is null || model.Provider is ModelProvider.Azure ? null : new AuthenticationHeaderValue("Bearer", key);
        if (key is not null && model.Provider is ModelProvider.Azure)
        {
            request.Headers.Add(AzureHeader, key);
        }

        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (!response.IsSuccessStatusCode)
            {
                var wait = RetryAfterValue.Read(name => Header(response, name), time.GetUtcNow());
                throw HttpFault.Of((int)response.StatusCode, await StartAsync(response.Content, cancellationToken).ConfigureAwait(false), wait, _about);
            }

            if (IsChat(request.RequestUri!) && !IsStream(response.Content))
            {
                await CheckShapeAsync(response.Content, cancellationToken).ConfigureAwait(false);
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static bool IsChat(Uri address) =>
        address.AbsolutePath.EndsWith("/chat/completions", StringComparison.Ordinal) || address.AbsolutePath.EndsWith("/api/chat", StringComparison.Ordinal);

    private static bool IsStream(HttpContent content) => content.Headers.ContentType?.MediaType is "text/event-stream" or "application/x-ndjson";

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static async Task<string> StartAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxErrorBytes];
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }

    private async Task CheckShapeAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await content.LoadIntoBufferAsync(MaxAnswerBytes, cancellationToken).ConfigureAwait(false);
        var bytes = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var type = content.Headers.ContentType?.MediaType;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            CheckShape(document.RootElement, bytes);
        }
        catch (JsonException)
        {
            throw type?.EndsWith("json", StringComparison.OrdinalIgnoreCase) is true
                ? new ModelException(ModelFault.ServerError, $"{_about.Endpoint} answered with broken JSON.")
                : HttpFault.NoModel(type is "text/html" ? "a web page" : "no JSON", _about);
        }
    }

    private void CheckShape(JsonElement root, byte[] bytes)
    {
        if (root.ValueKind is JsonValueKind.Object)
        {
            if (root.TryGetProperty("error", out var error) && error.ValueKind is not JsonValueKind.Null)
            {
                var body = System.Text.Encoding.UTF8.GetString(bytes);
                throw HttpFault.Of(ErrorBody.Read(body).Status is >= 400 and <= 599 and var status ? status : 500, body, null, _about);
            }

            if (root.TryGetProperty(model.Provider is ModelProvider.Ollama ? "message" : "choices", out var answer))
            {
                if (answer.ValueKind is JsonValueKind.Array && answer.GetArrayLength() == 0)
                {
                    throw new ModelException(ModelFault.InvalidAnswer, $"{_about.Endpoint} answered nothing.");
                }

                return;
            }
        }

        throw HttpFault.NoModel("JSON that is no chat completion", _about);
    }
}
