namespace OMem.ChatClients;

/// <summary>Reads the address of an endpoint. Faults never quote it: an address may hold a key.</summary>
internal static class EndpointAddress
{
    private static readonly string[] Operations = ["/chat/completions", "/completions", "/api/chat", "/api/generate", "/models", "/api/tags"];

    /// <summary>The address with the path that the API has when none is given; null with the fault when it is not valid.</summary>
    public static Uri? Parse(string text, ModelProvider provider, out string? fault)
    {
        fault = null;
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) || address.Host.Length == 0)
        {
            fault = "is not an address that starts with http:// or https://, such as http://localhost:8000/v1";
        }
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            fault = "holds a user, a query or a fragment: leave them out, and put the key into the environment";
        }
        else if (Operations.FirstOrDefault(operation => address.AbsolutePath.TrimEnd('/').EndsWith(operation, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            fault = $"ends with '{found}': give the address before it";
        }

        return fault is null ? WithPath(address!, provider) : null;
    }

    private static Uri WithPath(Uri address, ModelProvider provider)
    {
        var path = address.AbsolutePath.TrimEnd('/');
        return new UriBuilder(address)
        {
            Path = (path.Length, provider) switch
            {
                (0, ModelProvider.OpenAI) => "/v1",
                (0, ModelProvider.Azure) => "/openai/v1",
                _ => path,
            },
        }.Uri;
    }
}
