using System.CommandLine;
using OMem;
using OMem.ChatClients;
using Sentinel.Agents;
using Sentinel.Cli.Hosting;

namespace Sentinel.Cli.Settings;

/// <summary>The options every command takes.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Whose organisation.</summary>
    public Option<string?> Tenant { get; } = Text("--tenant", "NAME", "The organisation that owns the memory (SENTINEL_TENANT).", "-t");

    /// <summary>Whose memory.</summary>
    public Option<string?> User { get; } = Text("--user", "NAME", "The trader the memory is about (SENTINEL_USER).", "-u");

    /// <summary>Which API.</summary>
    public Option<string?> LlmProvider { get; } = Text("--llm-provider", "openai|azure|ollama", "The API of the language model (SENTINEL_LLM_PROVIDER); default: openai.");

    /// <summary>Where the model is.</summary>
    public Option<string?> LlmEndpoint { get; } = Text(
        "--llm-endpoint", "URL", "Have the agents ask a model at this address (SENTINEL_LLM_ENDPOINT); the key is read from OMEM_LLM_API_KEY or OPENAI_API_KEY.");

    /// <summary>What it is called.</summary>
    public Option<string?> LlmModel { get; } = Text("--llm-model", "NAME", "The model (SENTINEL_LLM_MODEL). Without one the agents go by rules.");

    /// <summary>Where exchanges are recorded.</summary>
    public Option<string?> LlmRecord { get; } = Text("--llm-record", "DIR", "Record every answer of the model in a directory (SENTINEL_LLM_RECORD).");

    /// <summary>Where answers are replayed from.</summary>
    public Option<string?> LlmReplay { get; } = Text(
        "--llm-replay", "DIR", "Answer from recorded exchanges, without a model; with --llm-record, ask only for what is missing (SENTINEL_LLM_REPLAY).");

    /// <summary>Machine-readable output.</summary>
    public Option<bool> Json { get; } = new("--json") { Recursive = true, Description = "Write JSON to standard output; the same input gives the same bytes." };

    /// <summary>Plain output.</summary>
    public Option<bool> NoColor { get; } = new("--no-color") { Recursive = true, Description = "No colours (also NO_COLOR, and when the output is not a terminal)." };

    /// <summary>Adds all of them to a command and those below it.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Tenant, User, LlmProvider, LlmEndpoint, LlmModel, LlmRecord, LlmReplay, Json, NoColor])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Whose memory. There is no default: a memory of nobody in particular would mix people.</summary>
    /// <exception cref="UsageException">A part is missing.</exception>
    public MemoryScope Scope(CommandContext context)
    {
        var (tenant, user) = (context.Setting(Tenant, "SENTINEL_TENANT"), context.Setting(User, "SENTINEL_USER"));
        return tenant is not null && user is not null
            ? new MemoryScope(tenant, user, "sentinel")
            : throw new UsageException(
                $"No {string.Join(" and no ", ((string, string?)[])[("tenant", tenant), ("user", user)] is var parts ? parts.Where(part => part.Item2 is null).Select(part => part.Item1) : [])} given; "
                + "there is no default, so that no two traders share a memory. Give --tenant NAME --user NAME, or SENTINEL_TENANT and SENTINEL_USER.");
    }

    /// <summary>The clients of the named model; it has none when no model is named.</summary>
    /// <exception cref="UsageException">A setting is not valid; names every fault.</exception>
    public ChatModels Models(CommandContext context)
    {
        try
        {
            return ChatModels.Create(
                new ChatModelsSettings
                {
                    Default = new ModelSettings
                    {
                        Provider = Provider(context.Setting(LlmProvider, "SENTINEL_LLM_PROVIDER")),
                        Endpoint = context.Setting(LlmEndpoint, "SENTINEL_LLM_ENDPOINT"),
                        Model = context.Setting(LlmModel, "SENTINEL_LLM_MODEL"),
                    },
                    RecordFolder = context.Setting(LlmRecord, "SENTINEL_LLM_RECORD"),
                    ReplayFolder = context.Setting(LlmReplay, "SENTINEL_LLM_REPLAY"),
                },
                context.Host.Environment,
                context.Host.Time);
        }
        catch (InvalidModelSettingsException fault)
        {
            throw new UsageException(string.Join('\n', fault.Faults), fault);
        }
    }

    /// <summary>The agents: by the model where one is named, else by rules.</summary>
    public static TraderTeam Team(ChatModels models) => models.For(ModelRole.Answerer) is { } client ? TraderTeam.Models(client) : TraderTeam.Rules();

    private static ModelProvider? Provider(string? name) => name?.ToUpperInvariant() switch
    {
        null => null,
        "OPENAI" => ModelProvider.OpenAI,
        "AZURE" => ModelProvider.Azure,
        "OLLAMA" => ModelProvider.Ollama,
        _ => throw new UsageException("The provider of --llm-provider is not known; known are openai, azure, ollama."),
    };

    private static Option<string?> Text(string name, string helpName, string description, params string[] aliases) =>
        new(name, aliases) { Recursive = true, HelpName = helpName, Description = description };
}
