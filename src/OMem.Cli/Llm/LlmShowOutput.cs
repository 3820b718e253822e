using OMem.ChatClients;
using OMem.Cli.Settings;

namespace OMem.Cli.Llm;

/// <summary>What a role uses. Of the key only whether it is set.</summary>
internal sealed record LlmModelOutput(
    ModelRole Role, string Provider, string Endpoint, string Model, string KeyVariable, bool KeyIsSet, int? ContextTokens, string? Warning)
{
    /// <summary>From what was resolved.</summary>
    public static LlmModelOutput From(ResolvedModel model, bool isReplayed) => new(
        model.Role,
        model.Provider.ToString().ToLowerInvariant(),
        isReplayed ? "replayed" : model.Endpoint.AbsoluteUri,
        model.Model,
        model.KeyVariable,
        model.HasKey,
        model.Provider is ModelProvider.Ollama ? model.ContextTokens : null,
        model.SendsKeyInClear && !isReplayed ? "the key goes over the network unencrypted: use https" : null);
}

/// <summary>Everything <c>omem llm show</c> prints.</summary>
internal sealed record LlmShowOutput(
    IReadOnlyList<LlmModelOutput> Models, string? RecordFolder, string? ReplayFolder, IReadOnlyDictionary<string, string> Origins)
{
    /// <summary>From the settings.</summary>
    public static LlmShowOutput From(IReadOnlyList<ResolvedModel> models, LlmSettings settings)
    {
        var isReplayed = settings.Models is { ReplayFolder: not null, RecordFolder: null };
        return new LlmShowOutput(
            [.. models.Select(model => LlmModelOutput.From(model, isReplayed))],
            settings.Models.RecordFolder,
            settings.Models.ReplayFolder,
            new SortedDictionary<string, string>(settings.Origins.ToDictionary(), StringComparer.Ordinal));
    }
}
