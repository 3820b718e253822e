using System.CommandLine;
using System.Globalization;
using OMem.ChatClients;
using OMem.Cli.Hosting;

namespace OMem.Cli.Settings;

/// <summary>Takes the settings of the language models, each from the first source that gives it.</summary>
internal sealed class LlmResolver(LlmOptions options, CliHost host, Func<Option<string?>?, string, string, Setting?> find, Func<string, Setting?, string?> directory)
{
    // A settings file may come along with somebody else's folder: it may not fetch keys that were meant for other programs.
    private const string OwnVariables = "OMEM_";

    private readonly Dictionary<string, string> _origins = new(StringComparer.Ordinal);

    /// <summary>Resolves them.</summary>
    /// <param name="isFound">Whether a place is a settings file that nobody named, but that was found on the way up.</param>
    /// <exception cref="UsageException">A value is not valid.</exception>
    public LlmSettings Resolve(Func<string, bool> isFound)
    {
        var shared = Model("", "llm", options.Provider, options.Endpoint, options.Model);
        var roles = new Dictionary<ModelRole, ModelSettings>();
        foreach (var role in Enum.GetValues<ModelRole>())
        {
            var name = LlmFile.Roles[(int)role];
            roles[role] = Model(name.ToUpperInvariant() + "_", $"llm.roles.{name}", null, null, null);
        }

        var models = new ChatModelsSettings
        {
            Default = Guarded(shared, "llm", isFound),
            Roles = roles.ToDictionary(pair => pair.Key, pair => Guarded(pair.Value, $"llm.roles.{LlmFile.Roles[(int)pair.Key]}", isFound)),
            RecordFolder = directory("llm.record", Find(options.Record, "OMEM_LLM_RECORD", "llm.record")),
            ReplayFolder = directory("llm.replay", Find(options.Replay, "OMEM_LLM_REPLAY", "llm.replay")),
        };
        return new LlmSettings(models, _origins, host.Environment);
    }

    private ModelSettings Model(string role, string place, Option<string?>? provider, Option<string?>? endpoint, Option<string?>? model) => new()
    {
        Provider = Provider(Find(provider, $"OMEM_LLM_{role}PROVIDER", $"{place}.provider")),
        Endpoint = Find(endpoint, $"OMEM_LLM_{role}ENDPOINT", $"{place}.endpoint")?.Value,
        Model = Find(model, $"OMEM_LLM_{role}MODEL", $"{place}.model")?.Value,
        KeyVariable = Find(null, $"OMEM_LLM_{role}KEY_VARIABLE", $"{place}.keyVariable")?.Value,
        ContextTokens = Number(Find(null, $"OMEM_LLM_{role}CONTEXT_TOKENS", $"{place}.contextTokens")),
    };

    /// <summary>An endpoint out of a file that was found gets only keys that are meant for OMem.</summary>
    private ModelSettings Guarded(ModelSettings model, string place, Func<string, bool> isFound)
    {
        if (IsFound($"{place}.keyVariable", isFound) && !model.KeyVariable!.StartsWith(OwnVariables, StringComparison.Ordinal))
        {
            throw new UsageException(
                $"{_origins[$"{place}.keyVariable"]}: 'keyVariable' of a settings file found from the working directory must start with {OwnVariables}. "
                + "Name the file with --config to trust it, or give OMEM_LLM_KEY_VARIABLE.");
        }

        return model.KeyVariable is null && place is "llm" && IsFound($"{place}.endpoint", isFound)
            ? model with { KeyVariable = "OMEM_LLM_API_KEY" }
            : model;
    }

    private bool IsFound(string key, Func<string, bool> isFound) => _origins.TryGetValue(key, out var origin) && isFound(origin);

    private Setting? Find(Option<string?>? option, string variable, string key)
    {
        var setting = find(option, variable, key);
        if (setting is not null)
        {
            _origins[key] = setting.Origin;
        }

        return setting;
    }

    private static ModelProvider? Provider(Setting? setting) => setting?.Value.ToUpperInvariant() switch
    {
        null => null,
        "OPENAI" => ModelProvider.OpenAI,
        "AZURE" => ModelProvider.Azure,
        "OLLAMA" => ModelProvider.Ollama,
        _ => throw new UsageException($"The provider given by {setting.Origin} is not known; known are openai, azure, ollama."),
    };

    private static int? Number(Setting? setting) => setting is null ? null
        : int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new UsageException($"The value given by {setting.Origin} is not a whole number.");
}
