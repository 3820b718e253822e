namespace OMem.ChatClients;

/// <summary>Which API an endpoint speaks.</summary>
public enum ModelProvider
{
    /// <summary>OpenAI chat completions: OpenAI itself, vLLM, llama.cpp, LM Studio and most gateways.</summary>
    OpenAI = 0,

    /// <summary>Azure OpenAI, version 1 of its API; the model is the name of the deployment.</summary>
    Azure = 1,

    /// <summary>Ollama's own API.</summary>
    Ollama = 2,
}
