using System.CommandLine;

namespace OMem.Cli.Settings;

/// <summary>The options every command takes.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Whose organisation.</summary>
    public Option<string?> Tenant { get; } = Text("--tenant", "NAME", "The organisation or application that owns the memory (OMEM_TENANT).", "-t");

    /// <summary>Whose memory.</summary>
    public Option<string?> User { get; } = Text("--user", "NAME", "The person the memory is about (OMEM_USER).", "-u");

    /// <summary>Which agent's memory.</summary>
    public Option<string?> Agent { get; } = Text("--agent", "NAME", "The agent the memory belongs to; leave out for one shared by all (OMEM_AGENT).");

    /// <summary>Where the store is.</summary>
    public Option<string?> Data { get; } = Text("--data", "DIR", "The directory with the store file memory.omem (OMEM_DATA).", "-d");

    /// <summary>Which embedding model.</summary>
    public Option<string?> EmbeddingModel { get; } = Text(
        "--embedding-model", "DIR|none", "A sentence-transformers ONNX model, or 'none' for words alone; default: the bundled model (OMEM_EMBEDDING_MODEL).");

    /// <summary>Which key.</summary>
    public Option<string?> KeyFile { get; } = Text("--key-file", "FILE|none", "The file with the key of an encrypted store (OMEM_KEY_FILE, or the key itself as OMEM_KEY).");

    /// <summary>How memory is built and read.</summary>
    public Option<string?> Method { get; } = Text("--method", "omem|paper", "How memory is built and read: OMem's own way, or O-Mem as published, as a baseline (OMEM_METHOD).");

    /// <summary>Which language model.</summary>
    public LlmOptions Llm { get; } = new();

    /// <summary>Which settings file.</summary>
    public Option<string?> Config { get; } = Text("--config", "FILE", "The settings file, instead of the omem.json found upward from here (OMEM_CONFIG).");

    /// <summary>Machine-readable output.</summary>
    public Option<bool> Json { get; } = new("--json") { Recursive = true, Description = "Write JSON to standard output; the same memory gives the same bytes." };

    /// <summary>Plain output.</summary>
    public Option<bool> NoColor { get; } = new("--no-color") { Recursive = true, Description = "No colours (also NO_COLOR, and when the output is not a terminal)." };

    /// <summary>Adds all of them to a command and those below it.</summary>
    public void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        foreach (var option in (Option[])[Tenant, User, Agent, Data, EmbeddingModel, KeyFile, Method, .. Llm.All, Config, Json, NoColor])
        {
            command.Options.Add(option);
        }
    }

    private static Option<string?> Text(string name, string helpName, string description, params string[] aliases) =>
        new(name, aliases) { Recursive = true, HelpName = helpName, Description = description };
}
