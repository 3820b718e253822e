using System.CommandLine;

namespace OMem.Cli.Settings;

/// <summary>The options that name a language model.</summary>
internal sealed class LlmOptions
{
    /// <summary>Which API the endpoint speaks.</summary>
    public Option<string?> Provider { get; } = Text(
        "--llm-provider", "openai|azure|ollama", "The API of the language model (OMEM_LLM_PROVIDER); default: openai, which most servers speak.");

    /// <summary>Where the model is.</summary>
    public Option<string?> Endpoint { get; } = Text(
        "--llm-endpoint", "URL", "Its address, such as http://localhost:8000/v1 (OMEM_LLM_ENDPOINT); the key is read from OMEM_LLM_API_KEY or OPENAI_API_KEY.");

    /// <summary>What it is called.</summary>
    public Option<string?> Model { get; } = Text(
        "--llm-model", "NAME", "The model (OMEM_LLM_MODEL; for one role OMEM_LLM_READER_MODEL, likewise CONSOLIDATOR, SUMMARIZER, ANSWERER, JUDGE).");

    /// <summary>Where exchanges are recorded.</summary>
    public Option<string?> Record { get; } = Text("--llm-record", "DIR", "Record every answer of the model in a directory (OMEM_LLM_RECORD).");

    /// <summary>Where answers are replayed from.</summary>
    public Option<string?> Replay { get; } = Text(
        "--llm-replay", "DIR", "Answer from recorded exchanges, without a model; with --llm-record, ask only for what is missing (OMEM_LLM_REPLAY).");

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [Provider, Endpoint, Model, Record, Replay];

    private static Option<string?> Text(string name, string helpName, string description) =>
        new(name) { Recursive = true, HelpName = helpName, Description = description };
}
