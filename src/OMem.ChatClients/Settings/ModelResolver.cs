using System.Globalization;

namespace OMem.ChatClients;

/// <summary>Finds out what each role uses: its own settings, then the default's.</summary>
internal sealed class ModelResolver(ChatModelsSettings settings, Func<string, string?> environment)
{
    /// <summary>The variable of the key when no other is named.</summary>
    public const string DefaultKeyVariable = "OMEM_LLM_API_KEY";

    /// <summary>The variable many programs share.</summary>
    public const string SharedKeyVariable = "OPENAI_API_KEY";

    private const int MaxModelLength = 200;
    private const int MinContextTokens = 512;
    private const int MaxContextTokens = 10_000_000;
    private static readonly Uri OllamaDefault = new("http://localhost:11434");

    private readonly List<string> _faults = [];

    /// <summary>The models of all roles that have one, in the order of the roles.</summary>
    /// <exception cref="InvalidModelSettingsException">A setting is not valid; names all that are not.</exception>
    public IReadOnlyList<ResolvedModel> Resolve()
    {
        if (settings.Default.IsEmpty && settings.Roles.Values.All(role => role.IsEmpty))
        {
            return settings.RecordFolder is null && settings.ReplayFolder is null
                ? []
                : throw new InvalidModelSettingsException(["Exchanges can be recorded or replayed only for a model: name one (--llm-model, OMEM_LLM_MODEL)."]);
        }

        if (settings.NetworkTimeout <= TimeSpan.Zero && settings.NetworkTimeout != Timeout.InfiniteTimeSpan)
        {
            _faults.Add("The network timeout must be longer than nothing.");
        }

        var models = Enum.GetValues<ModelRole>().Select(Resolve).OfType<ResolvedModel>().ToList();
        return _faults.Count == 0 ? models : throw new InvalidModelSettingsException([.. _faults.Distinct(StringComparer.Ordinal)]);
    }

    private ResolvedModel? Resolve(ModelRole role)
    {
        var own = settings.Roles.GetValueOrDefault(role) ?? new ModelSettings();
        var shared = settings.Default;
        if (own.IsEmpty && shared.Model is null && shared.Endpoint is null && settings.Roles.Values.Any(other => other.Model is not null))
        {
            // Only some roles have a model; the others work without one.
            return null;
        }

        var place = own.IsEmpty ? "The language model" : $"The {Name(role)}'s model";
        var provider = own.Provider ?? (own.Endpoint is null ? shared.Provider : null) ?? shared.Provider ?? ModelProvider.OpenAI;
        var endpoint = Endpoint(place, own, shared, provider);
        var model = Model(place, own.Model ?? shared.Model);
        var context = Context(place, own.ContextTokens ?? shared.ContextTokens);
        var (variable, isSet) = Key(place, role, own, endpoint, provider);
        return endpoint is null || model is null ? null : new ResolvedModel
        {
            Role = role, Provider = provider, Endpoint = endpoint, Model = model, KeyVariable = variable, HasKey = isSet,
            ContextTokens = context,
        };
    }

    private Uri? Endpoint(string place, ModelSettings own, ModelSettings shared, ModelProvider provider)
    {
        if ((own.Endpoint ?? shared.Endpoint) is { } text)
        {
            var address = EndpointAddress.Parse(text, provider, out var fault);
            if (fault is not null)
            {
                _faults.Add($"{place}: the endpoint {fault}.");
            }

            return address;
        }

        if (provider is ModelProvider.Ollama || settings is { ReplayFolder: not null, RecordFolder: null })
        {
            return OllamaDefault;
        }

        _faults.Add($"{place} has no endpoint: give one (--llm-endpoint, OMEM_LLM_ENDPOINT), such as https://api.openai.com/v1 or http://localhost:8000/v1.");
        return null;
    }

    private string? Model(string place, string? model)
    {
        if (string.IsNullOrWhiteSpace(model))
        {
            _faults.Add($"{place} has no name: give one (--llm-model, OMEM_LLM_MODEL).");
            return null;
        }

        if (model.Length > MaxModelLength || model.Any(char.IsControl) || model.Any(char.IsSurrogate))
        {
            _faults.Add(string.Create(CultureInfo.InvariantCulture, $"{place}: the name must be at most {MaxModelLength} characters without control characters."));
            return null;
        }

        return model.Trim();
    }

    private int Context(string place, int? tokens)
    {
        if (tokens is < MinContextTokens or > MaxContextTokens)
        {
            _faults.Add(string.Create(CultureInfo.InvariantCulture, $"{place}: contextTokens must be {MinContextTokens:#,0}-{MaxContextTokens:#,0} (was {tokens:#,0})."));
        }

        return tokens ?? ResolvedModel.DefaultContextTokens;
    }

    private (string Variable, bool IsSet) Key(string place, ModelRole role, ModelSettings own, Uri? endpoint, ModelProvider provider)
    {
        var candidates = KeyCandidates(role, own, endpoint, provider).ToList();
        if (candidates.Exists(name => !IsVariableName(name)))
        {
            // The value is not quoted: somebody may have put the key itself there.
            _faults.Add($"{place}: keyVariable must be the name of an environment variable, not a key.");
            return (DefaultKeyVariable, false);
        }

        var found = candidates.Find(name => !string.IsNullOrWhiteSpace(environment(name)));
        return (found ?? candidates[0], found is not null);
    }

    private IEnumerable<string> KeyCandidates(ModelRole role, ModelSettings own, Uri? endpoint, ModelProvider provider)
    {
        if (own.KeyVariable is not null)
        {
            yield return own.KeyVariable;
            yield break;
        }

        var roleVariable = string.Create(CultureInfo.InvariantCulture, $"OMEM_LLM_{Name(role).ToUpperInvariant()}_API_KEY");
        if (!IsHostOfDefault(own, endpoint))
        {
            yield return roleVariable;
            yield break;
        }

        if (!string.IsNullOrWhiteSpace(environment(roleVariable)))
        {
            yield return roleVariable;
        }

        yield return settings.Default.KeyVariable ?? DefaultKeyVariable;
        if (settings.Default.KeyVariable is null && provider is not ModelProvider.Ollama)
        {
            yield return SharedKeyVariable;
        }
    }

    /// <summary>Whether the role talks to the host that the default key was given for.</summary>
    private bool IsHostOfDefault(ModelSettings own, Uri? endpoint) =>
        own.Endpoint is null || settings.Default.Endpoint is null || endpoint is null
        || (EndpointAddress.Parse(settings.Default.Endpoint, ModelProvider.OpenAI, out _) is { } shared
            && string.Equals(shared.Authority, endpoint.Authority, StringComparison.OrdinalIgnoreCase)
            && string.Equals(shared.Scheme, endpoint.Scheme, StringComparison.Ordinal));

    private static bool IsVariableName(string name) =>
        name.Length is > 0 and <= 200 && !char.IsAsciiDigit(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_');

    private static string Name(ModelRole role) => role switch
    {
        ModelRole.Reader => "reader",
        ModelRole.Consolidator => "consolidator",
        ModelRole.Summarizer => "summarizer",
        ModelRole.Answerer => "answerer",
        ModelRole.Judge => "judge",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There is no such role."),
    };
}
