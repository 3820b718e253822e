namespace OMem.ChatClients;

/// <summary>The ways in which servers say that a prompt does not fit the context window.</summary>
internal static class TooLongWords
{
    private static readonly string[] Words =
    [
        "maximum context length", // OpenAI; vLLM
        "reduce the length of the", // OpenAI; Mistral
        "maximum model length", // vLLM: "longer than the maximum model length of"
        "available context size", // llama.cpp: "the request exceeds the available context size"
        "input is too large to process", // llama.cpp, older
        "exceeds the context length", // Ollama: "the input length exceeds the context length"
        "exceeds maximum context length", // Ollama
        "exceed context limit", // gateways before Anthropic
        "prompt is too long", // Anthropic
        "loaded with context length of only", // LM Studio
        "context the overflows", // LM Studio, as it is written there
        "context length exceeded",
        "context window", // gateways: "exceeds the context window of this model"
        "exceeds the maximum number of tokens allowed", // Gemini
        "must have less than", // Text Generation Inference: "`inputs` must have less than"
    ];

    /// <summary>Whether an error says so.</summary>
    public static bool Speak(ErrorBody error) =>
        error.Is("context_length_exceeded", "exceed_context_size_error", "string_above_max_length") || Words.Any(error.Says);
}
