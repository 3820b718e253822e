namespace OMem.ChatClients;

/// <summary>What a role uses in the end. Safe to show: of the key it says only whether it is there.</summary>
public sealed record ResolvedModel
{
    /// <summary>The role.</summary>
    public required ModelRole Role { get; init; }

    /// <summary>Which API the endpoint speaks.</summary>
    public required ModelProvider Provider { get; init; }

    /// <summary>The address, with its path.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The environment variable the key was found in; when none is set, the one to set.</summary>
    public required string KeyVariable { get; init; }

    /// <summary>Whether there is a key.</summary>
    public required bool HasKey { get; init; }

    /// <summary>Size of the context window in tokens that Ollama is told.</summary>
    public int ContextTokens { get; init; } = DefaultContextTokens;

    internal const int DefaultContextTokens = 16_384;

    /// <summary>Whether a key goes over the network unencrypted.</summary>
    public bool SendsKeyInClear => HasKey && !string.Equals(Endpoint.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) && !Endpoint.IsLoopback;
}
