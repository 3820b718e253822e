namespace OMem.ChatClients;

/// <summary>Where a model is and what it is called. What is null is taken from the default model.</summary>
/// <remarks>There is no place for a key: keys come from the environment, by the name of a variable.</remarks>
public sealed record ModelSettings
{
    /// <summary>Which API the endpoint speaks.</summary>
    /// <value>The default is <see cref="ModelProvider.OpenAI"/>.</value>
    public ModelProvider? Provider { get; init; }

    /// <summary>The address, as in <c>http://localhost:8000/v1</c>; one without a path gets <c>/v1</c> (Azure: <c>/openai/v1</c>; Ollama: none).</summary>
    /// <value>There is no default but Ollama's, <c>http://localhost:11434</c>: nothing leaves the machine unasked.</value>
    public string? Endpoint { get; init; }

    /// <summary>The model's name, or the deployment's.</summary>
    public string? Model { get; init; }

    /// <summary>
    /// Name of the environment variable that holds the key. A role that names an endpoint on another host than the default model's has a key
    /// of its own: a key is never sent to a host it was not given for.
    /// </summary>
    /// <value>The default is <c>OMEM_LLM_API_KEY</c>, then <c>OPENAI_API_KEY</c> (not for Ollama); a role's own is <c>OMEM_LLM_{ROLE}_API_KEY</c>.</value>
    public string? KeyVariable { get; init; }

    /// <summary>Size of the context window in tokens, 512-10,000,000. Only Ollama is told: it would else take a small one and cut prompts silently.</summary>
    /// <value>The default is 16,384.</value>
    public int? ContextTokens { get; init; }

    internal bool IsEmpty => Provider is null && Endpoint is null && Model is null && KeyVariable is null && ContextTokens is null;
}
